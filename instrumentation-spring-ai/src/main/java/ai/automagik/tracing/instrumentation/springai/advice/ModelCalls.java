package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** How calls of models begin and end. Stateless. */
final class ModelCalls {
  private ModelCalls() {}

  /** Begins a call; null when it is part of one that is already traced. */
  static @Nullable ActiveSpan begin(Object model, Prompt prompt) {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.PROVIDER_NAME, Providers.of(model));
      Description.attempt(() -> ChatAttributes.request(span, model, prompt));
    }
    return span;
  }

  /**
   * Leaves and ends a call.
   *
   * @param previous whose tokens the response counts once more; null for the first of its round
   */
  static void end(
      ActiveSpan span,
      @Nullable ChatResponse response,
      @Nullable ChatResponse previous,
      @Nullable Throwable error) {
    Tracer.leave(span);
    if (span.ended()) {
      return; // it asked for tools, and what comes now is a later answer
    }
    try {
      if (response != null) {
        ChatAttributes.response(span, response);
        ChatAttributes.usage(span, response, previous);
        ActiveSpan agent = agentOf(span);
        if (agent != null) {
          ChatAttributes.answer(agent, response);
        }
      }
    } finally {
      span.end(error);
    }
  }

  /** The model has answered with tool calls, which are about to be executed: its call is over. */
  static void asksForTools(ActiveSpan span, Prompt prompt, ChatResponse response) {
    OpenStream stream = span.stream();
    if (stream == null) {
      try {
        ChatAttributes.response(span, response);
        usageOfFirstRound(span, prompt, response);
      } finally {
        span.end(null);
      }
    } else if (stream.claimEnd()) {
      try {
        StreamedAnswer answer = new StreamedAnswer();
        answer.add(response, stream);
        answer.finish(span);
        ChatAttributes.metadata(span, response);
        usageOfFirstRound(span, prompt, response);
      } finally {
        stream.complete();
        stream.close();
      }
    }
  }

  /**
   * Where the prompt ends with what tools answered, the tokens of earlier rounds are counted in.
   */
  private static void usageOfFirstRound(ActiveSpan span, Prompt prompt, ChatResponse response) {
    int messages = prompt.getInstructions().size();
    if (messages == 0
        || !(prompt.getInstructions().get(messages - 1) instanceof ToolResponseMessage)) {
      ChatAttributes.usage(span, response, null);
    }
  }

  /** The agent that the call is made for; null when the call is on its own. */
  static @Nullable ActiveSpan agentOf(ActiveSpan span) {
    ActiveSpan parent = span.parent();
    return parent != null && parent.operation() == Operation.INVOKE_AGENT ? parent : null;
  }
}
