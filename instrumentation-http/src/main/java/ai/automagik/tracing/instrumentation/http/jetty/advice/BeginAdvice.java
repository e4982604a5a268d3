package ai.automagik.tracing.instrumentation.http.jetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import net.bytebuddy.asm.Advice;

/** Before a request goes out on a connection, for the first time or again. */
final class BeginAdvice {
  private BeginAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.FieldValue("conversation") Object conversation) {
    HttpCall call = Exchange.find(conversation);
    if (call != null) {
      call.requestBegins();
    }
  }
}
