package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.StreamedCall;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** An answer of an agent in pieces, between which tools may take any time. */
final class AgentStream extends StreamedCall {
  private final StreamedAnswer answer = new StreamedAnswer();

  private AgentStream(ActiveSpan agent) {
    super(agent, OpenStream.ofWork(agent, agent)); // until somebody subscribes
  }

  /** Begins the span of a chat client; it is not left current on this thread. */
  static @Nullable AgentStream begin(Object call, @Nullable ChatClientRequest request) {
    ActiveSpan agent = Agents.begin(call, request);
    return agent == null ? null : begun(agent);
  }

  /** Begins the span of a model that calls tools; null where it does not. */
  static @Nullable AgentStream beginLoop(Object model, Prompt prompt) {
    ActiveSpan agent = Agents.beginLoop(model, prompt);
    return agent == null ? null : begun(agent);
  }

  private static AgentStream begun(ActiveSpan agent) {
    Tracer.leave(agent);
    agent.set(Attribute.REQUEST_STREAM, true);
    return new AgentStream(agent);
  }

  @Override
  protected void add(Object value) {
    ChatResponse response =
        value instanceof ChatClientResponse piece ? piece.chatResponse() : (ChatResponse) value;
    if (response != null && !stream().over()) {
      answer.add(response, stream());
    }
  }

  @Override
  protected void describe() {
    answer.finish(span());
  }
}
