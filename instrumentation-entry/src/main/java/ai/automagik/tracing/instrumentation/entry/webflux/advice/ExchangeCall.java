package ai.automagik.tracing.instrumentation.entry.webflux.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The answering of one request by Spring WebFlux. As thread-safe as what it is part of. */
record ExchangeCall(Exchange exchange, ServedRequest served) implements TracedCall {

  /** Begins it for whoever subscribes now. */
  static @Nullable ExchangeCall begin(ServerWebExchange exchange) {
    Exchange request = new Exchange(exchange);
    ServedRequest served = ServedRequest.begin(request);
    if (served == null) {
      return null;
    }
    served.leave();
    return new ExchangeCall(request, served);
  }

  @Override
  public ActiveSpan span() {
    return served.span();
  }

  @Override
  public void arrived(Object value) {
    // There is nothing but the end.
  }

  @Override
  public void completed() {
    served.end(exchange.status(), null);
  }

  @Override
  public void failed(Throwable failure) {
    served.end(0, failure); // what is answered to that is still to come
  }

  @Override
  public void cancelled() {
    served.end(exchange.status(), null);
  }
}
