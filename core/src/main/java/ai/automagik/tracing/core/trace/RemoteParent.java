package ai.automagik.tracing.core.trace;

/** A span that was begun elsewhere, as a request names it. Its trace goes on here. */
public record RemoteParent(long traceIdHigh, long traceIdLow, long spanId) {
  /** Whether it was begun here after all. */
  boolean is(ActiveSpan span) {
    return spanId == span.spanId()
        && traceIdLow == span.traceIdLow()
        && traceIdHigh == span.traceIdHigh();
  }
}
