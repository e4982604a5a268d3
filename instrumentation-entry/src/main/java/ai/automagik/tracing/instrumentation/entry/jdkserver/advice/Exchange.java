package ai.automagik.tracing.instrumentation.entry.jdkserver.advice;

import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.entry.IncomingRequest;
import ai.automagik.tracing.instrumentation.entry.ServedRequest;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import org.jspecify.annotations.Nullable;

/** A request to the JDK's own server. It does not hold the exchange, by which it may be found. */
record Exchange(String method, String scheme, String path, String route, Headers headers)
    implements IncomingRequest {
  /** What an exchange has in place of a status. */
  static final int UNANSWERED = -1;

  /** Requests whose handler has returned and left the answer to somebody else. */
  static final WeakMap<ServedRequest> UNANSWERED_REQUESTS = new WeakMap<>();

  static Exchange of(HttpExchange exchange) {
    return new Exchange(
        exchange.getRequestMethod(),
        exchange instanceof HttpsExchange ? "https" : "http",
        exchange.getRequestURI().getRawPath(),
        exchange.getHttpContext().getPath(),
        exchange.getRequestHeaders());
  }

  @Override
  public @Nullable String traceparent() {
    return headers.getFirst(TraceContext.TRACEPARENT);
  }

  @Override
  public @Nullable String sessionId() {
    return null;
  }
}
