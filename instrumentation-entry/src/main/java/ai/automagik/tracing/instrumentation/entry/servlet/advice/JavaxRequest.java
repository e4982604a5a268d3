package ai.automagik.tracing.instrumentation.entry.servlet.advice;

import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.instrumentation.entry.IncomingRequest;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A request to a servlet of {@code javax.servlet}. */
record JavaxRequest(HttpServletRequest request) implements IncomingRequest {
  /** Where Spring says which of its patterns has matched. */
  private static final String SPRING_PATTERN =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

  @Override
  public @Nullable String method() {
    return request.getMethod();
  }

  @Override
  public @Nullable String scheme() {
    return request.getScheme();
  }

  @Override
  public @Nullable String path() {
    return request.getRequestURI();
  }

  @Override
  public @Nullable String route() {
    Object pattern = request.getAttribute(SPRING_PATTERN);
    if (pattern == null) {
      try {
        pattern = request.getHttpServletMapping().getPattern();
      } catch (NoSuchMethodError before4) {
        return null;
      }
    }
    String context = request.getContextPath();
    return context == null ? pattern.toString() : context.concat(pattern.toString());
  }

  @Override
  public @Nullable String traceparent() {
    return request.getHeader(TraceContext.TRACEPARENT);
  }

  @Override
  public @Nullable String sessionId() {
    return request.getRequestedSessionId();
  }
}
