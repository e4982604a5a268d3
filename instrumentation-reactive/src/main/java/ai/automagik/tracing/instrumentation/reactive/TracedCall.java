package ai.automagik.tracing.instrumentation.reactive;

import ai.automagik.tracing.core.trace.ActiveSpan;

/**
 * A subscription to something that has a span. Signals come from one thread at a time, but a
 * cancellation may come from any; whoever is first ends the span.
 */
public interface TracedCall {
  ActiveSpan span();

  /** This object is going to be told what comes. */
  default void subscribed(Object observer) {}

  /** Something has come, perhaps not the last. */
  void arrived(Object value);

  void completed();

  void failed(Throwable failure);

  /** Nobody wants the rest. */
  void cancelled();
}
