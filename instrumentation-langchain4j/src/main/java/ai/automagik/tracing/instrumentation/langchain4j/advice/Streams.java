package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** What the ends of streams have in common. Stateless. */
final class Streams {
  private Streams() {}

  /** Ends the span of a stream that never came to a callback. */
  static void ended(ActiveSpan span, Throwable error) {
    boolean open = !span.ended();
    span.end(error);
    ActiveSpan parent = span.parent();
    if (open && parent != null && parent.streamClosed()) {
      parent.end(error);
    }
  }

  /**
   * LangChain4j calls tools, and the model again, inside the callback: all of that belongs to the
   * agent.
   */
  static Tracer.@Nullable Resumed resumeParent(ActiveSpan span) {
    ActiveSpan parent = span.parent();
    return parent == null ? null : Tracer.resume(parent);
  }

  /** The callback is over, and with it perhaps the agent. */
  static void callbackReturned(@Nullable Object entered) {
    if (entered instanceof Tracer.Resumed resumed) {
      resumed.close();
      if (resumed.span().streamClosed()) {
        resumed.span().end(null);
      }
    }
  }
}
