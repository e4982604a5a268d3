package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import net.bytebuddy.asm.Advice;

/** When the application wants no more of a response. */
final class InboundCancelAdvice {
  private InboundCancelAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object operations) {
    Exchange exchange = Exchange.find(operations);
    if (exchange != null) {
      exchange.call().cancelled();
      Exchange.forget(operations);
    }
  }
}
