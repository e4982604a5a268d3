package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.springai.ChatClientNames;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** What uses models and tools to answer: chat clients, and models that call tools themselves. */
final class Agents {
  /** {@code ChatMemory.CONVERSATION_ID}, which a client without memory need not know. */
  private static final String CONVERSATION_ID = "chat_memory_conversation_id";

  private Agents() {}

  /**
   * Begins the span of a chat client.
   *
   * @param call what the client made for this one answer
   * @return null inside the same call, whose overloads call each other, and for a client without a
   *     name that is what another framework's agent asks its model with
   */
  static @Nullable ActiveSpan begin(Object call, @Nullable ChatClientRequest request) {
    String name = ChatClientNames.of(call);
    ActiveSpan around = Tracer.current(Operation.INVOKE_AGENT);
    if (name == null
        && around != null
        && !Framework.NAME.equals(around.value(Attribute.FRAMEWORK))) {
      return null;
    }
    ActiveSpan agent = Tracer.start(Operation.INVOKE_AGENT, call);
    if (agent != null) {
      agent.set(Attribute.AGENT_NAME, name);
      Description.attempt(() -> describe(agent, request));
    }
    return agent;
  }

  private static void describe(ActiveSpan agent, @Nullable ChatClientRequest request) {
    agent.set(Attribute.FRAMEWORK, Framework.NAME);
    if (request == null) {
      return;
    }
    if (request.context().get(CONVERSATION_ID) instanceof String conversation) {
      agent.conversation(conversation);
    }
    ask(agent, request.prompt());
  }

  /**
   * Begins the span of a model that calls tools and then itself, up to Spring AI 1.1.
   *
   * @return null where it does not, or some agent is at work already
   */
  static @Nullable ActiveSpan beginLoop(Object model, Prompt prompt) {
    if (Tracer.current(Operation.INVOKE_AGENT) != null || !ToolLoops.runs(model, prompt)) {
      return null;
    }
    ActiveSpan agent = Tracer.start(Operation.INVOKE_AGENT, model);
    if (agent != null) {
      agent.set(Attribute.FRAMEWORK, Framework.NAME);
      Description.attempt(() -> ask(agent, prompt));
    }
    return agent;
  }

  /** What goes into an agent is the last question, before advisors have a say. */
  private static void ask(ActiveSpan agent, Prompt prompt) {
    agent.set(Attribute.INPUT_MESSAGES, Messages.lastOfUser(prompt.getInstructions()));
  }

  /** Leaves and ends the span of an agent. */
  static void end(ActiveSpan agent, @Nullable ChatResponse response, @Nullable Throwable error) {
    Tracer.leave(agent);
    try {
      if (response != null) {
        ChatAttributes.answer(agent, response);
      }
    } finally {
      agent.end(error);
    }
  }
}
