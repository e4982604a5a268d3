package ai.automagik.tracing.instrumentation.entry.jdkserver.advice;

import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import com.sun.net.httpserver.HttpExchange;
import net.bytebuddy.asm.Advice;

/** After a request is answered, or given up, by somebody other than its handler. */
final class AnswerAdvice {
  private AnswerAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This HttpExchange exchange) {
    if (!Exchange.UNANSWERED_REQUESTS.isEmpty()) {
      ServedRequest served = Exchange.UNANSWERED_REQUESTS.remove(exchange);
      if (served != null) {
        served.end(exchange.getResponseCode(), null);
      }
    }
  }
}
