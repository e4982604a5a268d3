package ai.automagik.tracing.instrumentation.agents.agentscope.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.SingleCall;
import io.agentscope.core.agent.AgentBase;
import io.agentscope.core.message.Msg;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of an agent. */
final class AgentCall extends SingleCall {
  private AgentCall(ActiveSpan span) {
    super(span);
  }

  /** Begins a call; null when it is part of one of the same agent. */
  static @Nullable AgentCall begin(AgentBase agent, @Nullable List<Msg> messages) {
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT, agent);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.AGENT_NAME, agent.getName());
      span.set(Attribute.AGENT_ID, agent.getAgentId());
      String description = agent.getDescription();
      boolean made = description == null || description.startsWith("Agent(" + agent.getAgentId());
      span.set(Attribute.AGENT_DESCRIPTION, made ? null : description);
      span.set(Attribute.INPUT_MESSAGES, messages == null ? null : Messages.of(messages));
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return new AgentCall(span);
  }

  @Override
  protected void describe(Object value) {
    if (value instanceof Msg answer) {
      span().set(Attribute.OUTPUT_MESSAGES, Messages.of(List.of(answer)));
    }
  }
}
