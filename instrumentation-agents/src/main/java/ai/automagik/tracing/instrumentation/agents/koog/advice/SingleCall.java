package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;

/** A call that is no model's, with one result. */
abstract class SingleCall implements TracedCall {
  private final ActiveSpan span;

  SingleCall(ActiveSpan span) {
    this.span = span;
  }

  @Override
  public final ActiveSpan span() {
    return span;
  }

  @Override
  public final void completed() {
    span.end(null);
  }

  @Override
  public final void failed(Throwable failure) {
    span.end(failure);
  }

  @Override
  public final void cancelled() {
    span.set(Attribute.STREAM_OUTCOME, StreamOutcome.CANCELLED.wireName());
    span.end(null);
  }
}
