package ai.automagik.tracing.instrumentation.entry.jdkserver.advice;

import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import com.sun.net.httpserver.HttpExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the filters and the handler of the JDK's own server, which may leave the answer open. */
final class FilterChainAdvice {
  private FilterChainAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) HttpExchange exchange) {
    return ServedRequest.begin(Exchange.of(exchange));
  }

  @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) HttpExchange exchange,
      @Advice.Thrown @Nullable Throwable failure) {
    if (entered instanceof ServedRequest served) {
      served.leave();
      if (failure == null && exchange.getResponseCode() == Exchange.UNANSWERED) {
        Exchange.UNANSWERED_REQUESTS.put(exchange, served);
      } else {
        served.end(exchange.getResponseCode(), failure);
      }
    }
  }
}
