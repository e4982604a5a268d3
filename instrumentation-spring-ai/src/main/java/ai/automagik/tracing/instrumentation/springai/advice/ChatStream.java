package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.StreamedCall;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * One streamed call of a model. Where the model calls tools, the pieces of its next call come
 * through here too, and belong to a span of their own.
 */
final class ChatStream extends StreamedCall {
  private final StreamedAnswer answer = new StreamedAnswer();
  private final @Nullable ChatResponse previous;
  private @Nullable ChatResponse last;

  private ChatStream(ActiveSpan span, @Nullable ChatResponse previous) {
    super(span);
    this.previous = previous;
  }

  /** Begins a call; null when it is part of one that is already traced. */
  static @Nullable ChatStream begin(Object model, Prompt prompt, @Nullable ChatResponse previous) {
    ActiveSpan span = ModelCalls.begin(model, prompt);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    span.set(Attribute.REQUEST_STREAM, true);
    return new ChatStream(span, previous);
  }

  @Override
  protected void add(Object value) {
    if (value instanceof ChatResponse piece && !stream().over()) {
      answer.add(piece, stream());
      last = piece;
    }
  }

  @Override
  protected void describe() {
    answer.finish(span());
    if (last != null) {
      ChatAttributes.metadata(span(), last);
      ChatAttributes.usage(span(), last, previous);
    }
  }
}
