package ai.automagik.tracing.instrumentation.entry.webflux.advice;

import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.instrumentation.entry.IncomingRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/** A request to a server of Spring WebFlux. */
record Exchange(ServerWebExchange exchange) implements IncomingRequest {
  /** Where Spring says which of its patterns has matched. */
  private static final String PATTERN =
      "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";

  /** By default the cookie of Spring's web sessions. */
  private static final String SESSION_COOKIE = "SESSION";

  @Override
  public @Nullable String method() {
    return exchange.getRequest().getMethod().name();
  }

  @Override
  public @Nullable String scheme() {
    return exchange.getRequest().getURI().getScheme();
  }

  @Override
  public @Nullable String path() {
    return exchange.getRequest().getURI().getRawPath();
  }

  @Override
  public @Nullable String route() {
    Object pattern = exchange.getAttribute(PATTERN);
    return pattern == null ? null : pattern.toString();
  }

  @Override
  public @Nullable String traceparent() {
    return exchange.getRequest().getHeaders().getFirst(TraceContext.TRACEPARENT);
  }

  @Override
  public @Nullable String sessionId() {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(SESSION_COOKIE);
    return cookie == null ? null : cookie.getValue();
  }

  /** The status of the answer; 0 where it has none yet. */
  int status() {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    return status == null ? 0 : status.value();
  }
}
