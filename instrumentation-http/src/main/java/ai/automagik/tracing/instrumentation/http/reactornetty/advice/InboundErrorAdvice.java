package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the news that a response will never be whole. Before there is one, whoever waits for it is
 * told instead, unless the client tries again.
 */
final class InboundErrorAdvice {
  private InboundErrorAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object operations, @Advice.Argument(0) Throwable error) {
    Exchange exchange = Exchange.find(operations);
    return exchange == null || !exchange.answered() ? null : exchange.call().ending(error);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
