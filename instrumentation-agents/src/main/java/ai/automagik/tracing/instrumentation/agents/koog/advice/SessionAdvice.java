package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.instrumentation.agents.RandomIds;
import ai.koog.agents.core.agent.AIAgent;
import ai.koog.agents.core.agent.session.AdditionalInputs;
import kotlin.coroutines.Continuation;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around a run of an agent in a session that was made before. The method is called again wherever
 * the run goes on after it was suspended, without arguments.
 */
final class SessionAdvice {
  private SessionAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 2, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.FieldValue("agent") @Nullable AIAgent<?, ?> agent,
      @Advice.FieldValue("id") @Nullable String id,
      @Advice.Argument(0) @Nullable Object input,
      @Advice.Argument(1) @Nullable AdditionalInputs additional,
      @Advice.Argument(2) @Nullable Continuation<?> waiting) {
    if (agent == null || additional == null) {
      return null;
    }
    String session = RandomIds.isOne(id) ? null : id;
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
