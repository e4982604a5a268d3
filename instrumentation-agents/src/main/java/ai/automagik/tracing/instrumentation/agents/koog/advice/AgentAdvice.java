package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.koog.agents.core.agent.AIAgent;
import kotlin.coroutines.Continuation;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around a run of an agent. */
final class AgentAdvice {
  private AgentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 2, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.This AIAgent<?, ?> agent,
      @Advice.Argument(0) @Nullable Object input,
      @Advice.Argument(1) @Nullable String session,
      @Advice.Argument(2) @Nullable Continuation<?> waiting) {
    return Calls.enter(waiting, () -> AgentRun.begin(agent, input, session));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable failure) {
    Calls.exit(entered, result, failure);
  }
}
