package ai.automagik.tracing.instrumentation.http.vertx.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the news that a response will never be whole, or never come. */
final class FailureAdvice {
  private FailureAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object request, @Advice.Argument(0) @Nullable Throwable error) {
    Exchange exchange = Exchange.find(request);
    if (exchange == null) {
      return null;
    }
    Exchange.forget(request);
    return exchange.call().ending(error);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
