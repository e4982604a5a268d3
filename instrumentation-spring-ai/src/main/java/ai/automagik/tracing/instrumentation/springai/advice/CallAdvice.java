package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** Around a question to a model: one call of it, or as many as it takes with the tools it calls. */
final class CallAdvice {
  private CallAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(0) @Nullable Prompt prompt) {
    if (prompt == null) {
      return null;
    }
    return ToolLoops.hasInternalCall(model)
        ? Agents.beginLoop(model, prompt)
        : ModelCalls.begin(model, prompt);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable ChatResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      if (span.operation() == Operation.CHAT) {
        ModelCalls.end(span, response, null, error);
      } else {
        Agents.end(span, response, error);
      }
    }
  }
}
