package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.koog.agents.core.tools.ToolDescriptor;
import ai.koog.prompt.Prompt;
import ai.koog.prompt.llm.LLModel;
import java.util.List;
import kotlin.coroutines.Continuation;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around a model call: one {@code chat} span for the outermost of those that pass it on. A method
 * may be called again wherever the call goes on after it was suspended, without a prompt.
 */
final class ModelAdvice {
  private ModelAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 3, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.Argument(0) @Nullable Prompt prompt,
      @Advice.Argument(1) @Nullable LLModel model,
      @Advice.Argument(2) @Nullable List<? extends ToolDescriptor> tools,
      @Advice.Argument(3) @Nullable Continuation<?> waiting) {
    return prompt == null
        ? null
        : Calls.enter(waiting, () -> ModelCall.begin(prompt, model, tools, false));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable failure) {
    Calls.exit(entered, result, failure);
  }
}
