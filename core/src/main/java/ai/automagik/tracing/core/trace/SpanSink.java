package ai.automagik.tracing.core.trace;

/** Where spans go. Called on the application's threads: must not throw, block or log. */
public interface SpanSink {
  /** A span is about to begin. What takes its time once, at the first span, is done here. */
  void starting();

  /**
   * A span has begun. The span goes on changing; it is handed over so that it can be shown while it
   * runs.
   */
  void started(ActiveSpan span);

  /** A span has ended. */
  void ended(SpanEvent span);
}
