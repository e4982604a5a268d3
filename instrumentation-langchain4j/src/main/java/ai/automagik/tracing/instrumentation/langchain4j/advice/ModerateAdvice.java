package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.model.output.Response;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around the moderation of texts or messages, in the shapes of all versions. */
final class ModerateAdvice {
  private ModerateAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object input) {
    ActiveSpan span = Leaf.begin(Operation.MODERATION, model);
    return span == null ? null : span.set(Attribute.INPUT_MESSAGES, Inputs.of(input));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (result instanceof Response<?> response
            && response.content() instanceof Moderation moderation) {
          set(span, moderation);
          EmbeddingAttributes.usage(span, response.tokenUsage());
        } else if (result != null) {
          ModerationResponses.set(span, result);
        }
      } finally {
        span.end(error);
      }
    }
  }

  static void set(ActiveSpan span, Moderation moderation) {
    span.set(Attribute.MODERATION_FLAGGED, moderation.flagged());
    if (moderation.flagged()) {
      span.set(Attribute.MODERATION_FLAGGED_TEXT, moderation.flaggedText());
    }
  }
}
