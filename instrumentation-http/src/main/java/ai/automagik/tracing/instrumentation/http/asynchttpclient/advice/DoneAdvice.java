package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the end of a request that has not failed, of which the application is told. */
final class DoneAdvice {
  private DoneAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object future) {
    Exchange exchange = Exchange.forget(future);
    return exchange == null ? null : exchange.done();
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
