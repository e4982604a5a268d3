package ai.automagik.tracing.instrumentation.entry;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * The answering of one HTTP request, with a span that is recorded only if another begins beneath.
 * Thread-safe; whoever is first ends it.
 */
public final class ServedRequest {
  /** From here on a server says that it is its own fault. */
  private static final int SERVER_ERROR = 500;

  private final IncomingRequest request;
  private final ActiveSpan span;

  private ServedRequest(IncomingRequest request, ActiveSpan span) {
    this.request = request;
    this.span = span;
  }

  /**
   * Begins the span of a request and makes it current.
   *
   * @return null when this thread is in the middle of a request already, which this one is part of
   */
  public static @Nullable ServedRequest begin(IncomingRequest request) {
    ActiveSpan span =
        Tracer.enter(
            Operation.SERVE_HTTP,
            TraceContext.read(request.traceparent()),
            entered -> describe(request, entered));
    return span == null ? null : new ServedRequest(request, span);
  }

  private static void describe(IncomingRequest request, ActiveSpan span) {
    span.set(Attribute.HTTP_METHOD, request.method());
    span.set(Attribute.URL_SCHEME, request.scheme());
    span.set(Attribute.URL_PATH, request.path());
    span.set(Attribute.HTTP_ROUTE, request.route());
    span.conversation(Sessions.conversation(request.sessionId()));
  }

  public ActiveSpan span() {
    return span;
  }

  /** The thread that began it goes on with something else. */
  public void leave() {
    Tracer.leave(span);
  }

  /**
   * The request is answered, or never will be.
   *
   * @param status of the answer; 0 or less where there is none
   */
  public void end(int status, @Nullable Throwable failure) {
    try {
      if (span.recorded() && !span.ended()) {
        span.set(Attribute.HTTP_ROUTE, request.route());
        if (status > 0) {
          span.set(Attribute.HTTP_STATUS_CODE, status);
        }
        if (status >= SERVER_ERROR && failure == null) {
          span.set(Attribute.ERROR_TYPE, Integer.toString(status));
        }
      }
    } finally {
      span.end(failure);
    }
  }
}
