package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.koog.prompt.message.MessagePart;
import kotlin.coroutines.Continuation;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the execution of a tool that a model asked for. A method may be called again wherever the
 * tool goes on after it was suspended, without what was asked for.
 */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 2, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.Argument(0) MessagePart.Tool.@Nullable Call asked,
      @Advice.Argument(2) @Nullable Continuation<?> waiting) {
    return asked == null ? null : Calls.enter(waiting, () -> ToolRun.begin(asked));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable failure) {
    Calls.exit(entered, result, failure);
  }
}
