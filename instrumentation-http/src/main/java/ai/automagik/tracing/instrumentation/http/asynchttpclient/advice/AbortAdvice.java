package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the failure of a request, of which the application is told. */
final class AbortAdvice {
  private AbortAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object future, @Advice.Argument(0) @Nullable Throwable error) {
    Exchange exchange = Exchange.forget(future);
    return exchange == null ? null : exchange.call().ending(error);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
