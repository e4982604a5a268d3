package ai.automagik.tracing.instrumentation.agents.agentscope.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import io.agentscope.core.agent.AgentBase;
import io.agentscope.core.message.Msg;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After an agent has prepared an answer: it has a span whenever it is subscribed to. */
final class AgentAdvice {
  private AgentAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This AgentBase agent,
      @Advice.Argument(0) @Nullable List<Msg> messages,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    return answer instanceof Mono<?> mono
        ? new TracedMono(mono, () -> AgentCall.begin(agent, messages))
        : answer;
  }
}
