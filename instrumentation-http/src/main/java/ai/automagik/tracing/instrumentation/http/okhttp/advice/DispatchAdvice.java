package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import net.bytebuddy.asm.Advice;

/** After a call was made ready for the dispatcher, on the thread that enqueues it. */
final class DispatchAdvice {
  private DispatchAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object call) {
    Dispatched.remember(call);
  }
}
