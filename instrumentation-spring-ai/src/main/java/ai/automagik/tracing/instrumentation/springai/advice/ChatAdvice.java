package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * Around one call of a model. Where the model calls tools, its next call is inside, but the span
 * has ended by then.
 */
final class ChatAdvice {
  private ChatAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(0) @Nullable Prompt prompt) {
    return prompt == null ? null : ModelCalls.begin(model, prompt);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC, optional = true)
          @Nullable Object previous,
      @Advice.Return @Nullable ChatResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      ModelCalls.end(
          span, response, previous instanceof ChatResponse before ? before : null, error);
    }
  }
}
