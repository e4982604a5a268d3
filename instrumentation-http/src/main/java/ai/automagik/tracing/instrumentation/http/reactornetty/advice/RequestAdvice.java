package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import net.bytebuddy.asm.Advice;

/** Before the request is prepared on a connection, for the first time or again. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object handler, @Advice.Argument(0) Object operations) {
    Exchange.begin(handler, operations);
  }
}
