package ai.automagik.tracing.instrumentation.reactive;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.StreamOutcome;

/** A call with one answer, which is its end. */
public abstract class SingleCall implements TracedCall {
  private final ActiveSpan span;

  protected SingleCall(ActiveSpan span) {
    this.span = span;
  }

  /** Says what the answer is. */
  protected abstract void describe(Object value);

  @Override
  public final ActiveSpan span() {
    return span;
  }

  @Override
  public final void arrived(Object value) {
    try {
      describe(value);
    } finally {
      span.end(null);
    }
  }

  @Override
  public final void completed() {
    span.end(null);
  }

  @Override
  public void failed(Throwable failure) {
    span.end(failure);
  }

  @Override
  public final void cancelled() {
    span.set(Attribute.STREAM_OUTCOME, StreamOutcome.CANCELLED.wireName());
    span.end(null);
  }
}
