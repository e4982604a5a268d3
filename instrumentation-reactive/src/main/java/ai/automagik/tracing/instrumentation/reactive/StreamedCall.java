package ai.automagik.tracing.instrumentation.reactive;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.StreamOutcome;

/**
 * A call whose answer comes as a whole or in pieces, such as a model's. It ends once, whoever is
 * first.
 */
public abstract class StreamedCall implements TracedCall {
  private final ActiveSpan span;
  private final OpenStream stream;

  protected StreamedCall(ActiveSpan span) {
    this(span, OpenStream.of(span));
  }

  /**
   * @param stream in which the answer to the span's call arrives
   */
  protected StreamedCall(ActiveSpan span, OpenStream stream) {
    this.span = span;
    this.stream = stream;
  }

  /** Takes in a piece of the answer, or all of it. */
  protected abstract void add(Object value);

  /** Says what all that has come amounts to, before the span ends without a failure. */
  protected void describe() {}

  /** Keeps the pieces, in case that the answer breaks off. */
  protected final OpenStream stream() {
    return stream;
  }

  @Override
  public final ActiveSpan span() {
    return span;
  }

  @Override
  public final void subscribed(Object observer) {
    stream.deliveredBy(observer);
  }

  @Override
  public final void arrived(Object value) {
    stream.progressed();
    add(value);
  }

  @Override
  public final void completed() {
    if (stream.claimEnd()) {
      try {
        describe();
      } catch (RuntimeException | LinkageError ours) {
        // What was understood before stays.
      } finally {
        stream.complete();
        stream.close();
      }
    }
  }

  @Override
  public final void failed(Throwable failure) {
    if (stream.claimEnd()) {
      stream.failCall(failure);
      stream.close();
    }
  }

  @Override
  public void cancelled() {
    stream.breakOff(StreamOutcome.CANCELLED);
  }
}
