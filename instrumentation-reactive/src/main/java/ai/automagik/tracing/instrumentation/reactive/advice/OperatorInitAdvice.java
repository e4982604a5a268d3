package ai.automagik.tracing.instrumentation.reactive.advice;

import net.bytebuddy.asm.Advice;

/** After the making of an operator's part in a subscription: remembers the current span. */
final class OperatorInitAdvice {
  private OperatorInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object operator) {
    Subscriptions.remember(operator);
  }
}
