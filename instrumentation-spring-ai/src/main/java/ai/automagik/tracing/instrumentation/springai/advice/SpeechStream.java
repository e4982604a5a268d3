package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.StreamedCall;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.model.ModelRequest;
import org.springframework.ai.model.ModelResponse;

/** Speech that comes in pieces. */
final class SpeechStream extends StreamedCall {
  private long bytes;

  private SpeechStream(ActiveSpan span) {
    super(span);
  }

  /** Begins a call; null when it is part of one that is already traced. */
  static @Nullable SpeechStream begin(Object model, ModelRequest<?> prompt) {
    ActiveSpan span = Speeches.begin(model, prompt);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    span.set(Attribute.REQUEST_STREAM, true);
    return new SpeechStream(span);
  }

  @Override
  protected void add(Object value) {
    if (value instanceof ModelResponse<?> piece) {
      bytes += Speeches.bytes(piece);
    }
  }

  @Override
  protected void describe() {
    Speeches.heard(span(), bytes);
  }
}
