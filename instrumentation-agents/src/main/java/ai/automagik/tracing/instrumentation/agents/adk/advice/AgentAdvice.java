package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlowable;
import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.InvocationContext;
import io.reactivex.rxjava3.core.Flowable;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** After an agent has prepared a run: it has a span whenever it is subscribed to. */
final class AgentAdvice {
  private AgentAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This BaseAgent agent,
      @Advice.Argument(0) @Nullable InvocationContext context,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object events) {
    return context != null && events instanceof Flowable<?> flowable
        ? new TracedFlowable(flowable, () -> AgentRun.begin(agent, context))
        : events;
  }
}
