package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import net.bytebuddy.asm.Advice;

/** After the client has made what stands for a request, with all its attempts. */
final class FutureAdvice {
  private FutureAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object future) {
    HttpCall call = Sending.current();
    if (call != null) {
      Exchange.begin(future, call);
    }
  }
}
