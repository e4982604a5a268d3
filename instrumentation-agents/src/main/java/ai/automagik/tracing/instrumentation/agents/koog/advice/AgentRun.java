package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.Values;
import ai.automagik.tracing.instrumentation.agents.RandomIds;
import ai.automagik.tracing.instrumentation.reactive.SingleCall;
import ai.koog.agents.core.agent.AIAgent;
import ai.koog.agents.core.agent.AIAgentBase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of an agent. */
final class AgentRun extends SingleCall {
  private AgentRun(ActiveSpan span) {
    super(span);
  }

  /** Begins a run; null when it is part of one of the same agent. */
  static @Nullable AgentRun begin(
      AIAgent<?, ?> agent, @Nullable Object input, @Nullable String session) {
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT, agent);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.AGENT_NAME, name(agent));
      span.conversation(session);
      if (input instanceof String question) {
        span.set(Attribute.INPUT_MESSAGES, said(Message.USER, question));
      } else {
        span.set(Attribute.AGENT_ARGUMENTS, Values.attribute(input));
      }
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return new AgentRun(span);
  }

  /** The id that somebody gave the agent, or else the name of what it does. */
  private static @Nullable String name(AIAgent<?, ?> agent) {
    String id = agent.getId();
    if (!RandomIds.isOne(id)) {
      return id;
    }
    return agent instanceof AIAgentBase<?, ?, ?> base ? base.getStrategy().getName() : null;
  }

  private static Message.Conversation said(String role, String text) {
    return new Message.Conversation(
        List.of(new Message(role, List.of(new Message.Text(text)), null)));
  }

  @Override
  protected void describe(Object output) {
    if (output instanceof String answer) {
      span().set(Attribute.OUTPUT_MESSAGES, said(Message.ASSISTANT, answer));
    } else {
      span().set(Attribute.AGENT_OUTPUT, Values.attribute(output));
    }
  }
}
