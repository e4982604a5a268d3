package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.InvocationContext;
import com.google.adk.agents.LoopAgent;
import com.google.adk.agents.ParallelAgent;
import com.google.adk.agents.SequentialAgent;
import com.google.adk.events.Event;
import com.google.genai.types.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of an agent. What an agent says at last is its output, and that of the agent that it runs
 * for.
 */
final class AgentRun implements TracedCall {
  private final ActiveSpan span;
  private volatile @Nullable Event last;

  private AgentRun(ActiveSpan span) {
    this.span = span;
  }

  static @Nullable AgentRun begin(BaseAgent agent, InvocationContext context) {
    String topology = topology(agent);
    ActiveSpan span =
        Tracer.start(topology == null ? Operation.INVOKE_AGENT : Operation.INVOKE_WORKFLOW);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(topology == null ? Attribute.AGENT_NAME : Attribute.WORKFLOW_NAME, agent.name());
      span.set(Attribute.WORKFLOW_TOPOLOGY, topology);
      String description = agent.description();
      span.set(
          Attribute.AGENT_DESCRIPTION,
          description == null || description.isEmpty() ? null : description);
      if (span.conversationId() == null) { // an agent that is a tool has a session of its own
        span.conversation(context.session().id());
      }
      Content asked = context.userContent().orElse(null);
      if (asked != null) {
        span.set(
            Attribute.INPUT_MESSAGES,
            new Message.Conversation(List.of(Contents.message(asked, Message.USER))));
      }
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return new AgentRun(span);
  }

  private static @Nullable String topology(BaseAgent agent) {
    return agent instanceof SequentialAgent
        ? "sequence"
        : agent instanceof LoopAgent ? "loop" : agent instanceof ParallelAgent ? "parallel" : null;
  }

  @Override
  public ActiveSpan span() {
    return span;
  }

  @Override
  public void arrived(Object value) {
    if (value instanceof Event event
        && !event.partial().orElse(false)
        && event.content().isPresent()
        && event.functionCalls().isEmpty()
        && event.functionResponses().isEmpty()) {
      last = event;
    }
  }

  @Override
  public void completed() {
    end(null);
  }

  @Override
  public void failed(Throwable failure) {
    end(failure);
  }

  @Override
  public void cancelled() {
    span.set(Attribute.STREAM_OUTCOME, StreamOutcome.CANCELLED.wireName());
    end(null);
  }

  private void end(@Nullable Throwable failure) {
    Event answer = last;
    last = null;
    try {
      Content content = answer == null ? null : answer.content().orElse(null);
      if (content != null) {
        span.set(
            Attribute.OUTPUT_MESSAGES,
            new Message.Conversation(List.of(Contents.message(content, Message.ASSISTANT))));
      }
    } catch (RuntimeException | LinkageError ours) {
      // The span ends without an answer.
    } finally {
      span.end(failure);
    }
  }
}
