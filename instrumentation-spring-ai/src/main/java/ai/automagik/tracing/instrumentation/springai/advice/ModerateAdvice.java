package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.moderation.Moderation;
import org.springframework.ai.moderation.ModerationPrompt;
import org.springframework.ai.moderation.ModerationResponse;
import org.springframework.ai.moderation.ModerationResult;

/** Around the moderation of a text: one {@code moderation} span with the verdict. */
final class ModerateAdvice {
  private ModerateAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(0) @Nullable ModerationPrompt prompt) {
    ActiveSpan span = Leaf.begin(Operation.MODERATION, model, prompt, null);
    if (span != null) {
      Description.attempt(() -> Leaf.input(span, Leaf.text(text(prompt))));
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) @Nullable ModerationPrompt prompt,
      @Advice.Return @Nullable ModerationResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (response != null && response.getResult() != null) {
          describe(span, response.getResult().getOutput(), prompt);
        }
      } finally {
        span.end(error);
      }
    }
  }

  private static void describe(
      ActiveSpan span, @Nullable Moderation moderation, @Nullable ModerationPrompt prompt) {
    if (moderation == null) {
      return;
    }
    span.set(Attribute.RESPONSE_ID, moderation.getId());
    span.set(Attribute.RESPONSE_MODEL, moderation.getModel());
    boolean flagged = false;
    for (ModerationResult result : moderation.getResults()) {
      flagged |= result.isFlagged();
    }
    span.set(Attribute.MODERATION_FLAGGED, flagged);
    span.set(Attribute.MODERATION_FLAGGED_TEXT, flagged ? text(prompt) : null);
  }

  private static @Nullable String text(@Nullable ModerationPrompt prompt) {
    return prompt == null || prompt.getInstructions() == null
        ? null
        : prompt.getInstructions().getText();
  }
}
