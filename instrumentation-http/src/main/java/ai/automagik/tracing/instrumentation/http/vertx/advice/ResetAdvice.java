package ai.automagik.tracing.instrumentation.http.vertx.advice;

import net.bytebuddy.asm.Advice;

/** When the application wants no more of a request. */
final class ResetAdvice {
  private ResetAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object request) {
    Exchange exchange = Exchange.find(request);
    if (exchange != null) {
      exchange.call().cancelled();
    }
  }
}
