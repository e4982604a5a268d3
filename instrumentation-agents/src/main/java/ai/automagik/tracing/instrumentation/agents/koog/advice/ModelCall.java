package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.StreamedCall;
import ai.koog.agents.core.tools.ToolDescriptor;
import ai.koog.prompt.Prompt;
import ai.koog.prompt.llm.LLModel;
import ai.koog.prompt.streaming.StreamFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a model, whose answer comes as a whole or in frames. */
final class ModelCall extends StreamedCall {
  private final Frames frames;

  private ModelCall(ActiveSpan span) {
    super(span);
    this.frames = new Frames(stream());
  }

  /** Begins a call; null when it is part of one that is already traced. */
  static @Nullable ModelCall begin(
      Prompt prompt,
      @Nullable LLModel model,
      @Nullable List<? extends ToolDescriptor> tools,
      boolean streamed) {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    ModelCall call = new ModelCall(span);
    span.set(Attribute.FRAMEWORK, Framework.NAME);
    span.set(Attribute.REQUEST_STREAM, streamed ? true : null);
    try {
      if (model != null) {
        span.set(Attribute.REQUEST_MODEL, model.getId());
        span.set(Attribute.PROVIDER_NAME, Providers.name(model.getProvider()));
      }
      Requests.describe(span, prompt, tools);
    } catch (RuntimeException | LinkageError ours) {
      // What was understood before stays.
    }
    return call;
  }

  @Override
  protected void add(Object value) {
    if (value instanceof StreamFrame frame) {
      frames.add(frame);
    } else {
      Answers.describe(span(), value);
    }
  }

  @Override
  protected void describe() {
    frames.describe(span());
  }
}
