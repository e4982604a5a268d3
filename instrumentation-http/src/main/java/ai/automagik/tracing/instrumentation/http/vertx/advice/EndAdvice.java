package ai.automagik.tracing.instrumentation.http.vertx.advice;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the end of a response that is whole. */
final class EndAdvice {
  private EndAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This HttpClientResponse response) {
    HttpClientRequest request = response.request();
    Exchange exchange = Exchange.find(request);
    if (exchange == null) {
      return null;
    }
    Exchange.forget(request);
    return exchange.call().ending(null);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Exchange.close(entered);
  }
}
