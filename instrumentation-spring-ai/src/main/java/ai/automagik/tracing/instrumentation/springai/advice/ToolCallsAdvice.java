package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * Around the execution of the tools that a model asked for: up to 1.1 in the midst of its call,
 * which is over then.
 */
final class ToolCallsAdvice {
  private ToolCallsAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable Prompt prompt,
      @Advice.Argument(1) @Nullable ChatResponse response) {
    if (prompt == null || response == null) {
      return null;
    }
    ActiveSpan call = Tracer.current(Operation.CHAT);
    if (call != null && Framework.NAME.equals(call.value(Attribute.FRAMEWORK))) {
      ModelCalls.asksForTools(call, prompt, response);
    }
    return RequestedTools.enter(response);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof RequestedTools tools) {
      tools.leave();
    }
  }
}
