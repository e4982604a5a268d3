package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import net.bytebuddy.asm.Advice;

/** When the application wants no more of a request. */
final class CancelAdvice {
  private CancelAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object future) {
    Exchange exchange = Exchange.forget(future);
    if (exchange != null) {
      exchange.call().cancelled();
    }
  }
}
