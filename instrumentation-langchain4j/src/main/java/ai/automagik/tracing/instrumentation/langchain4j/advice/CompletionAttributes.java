package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What language models give back, in the terms of the GenAI conventions. Stateless. */
final class CompletionAttributes {
  private CompletionAttributes() {}

  static void response(ActiveSpan span, Response<?> response) {
    FinishReason reason = response.finishReason();
    String finished = reason == null ? null : ChatAttributes.finishReason(reason);
    span.set(Attribute.RESPONSE_FINISH_REASONS, finished == null ? null : List.of(finished));
    if (response.content() instanceof String text) {
      span.set(
          Attribute.OUTPUT_MESSAGES,
          new Message.Conversation(
              List.of(new Message(Message.ASSISTANT, List.of(new Message.Text(text)), finished))));
    }
    usage(span, response.tokenUsage());
  }

  static void usage(ActiveSpan span, @Nullable TokenUsage usage) {
    if (usage != null) {
      span.set(Attribute.USAGE_INPUT_TOKENS, usage.inputTokenCount());
      span.set(Attribute.USAGE_OUTPUT_TOKENS, usage.outputTokenCount());
    }
  }
}
