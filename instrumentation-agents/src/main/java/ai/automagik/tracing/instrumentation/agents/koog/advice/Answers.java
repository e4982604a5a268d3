package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.FinishReasons;
import ai.koog.prompt.message.Message;
import ai.koog.prompt.message.ResponseMetaInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What models answer, in the terms of the GenAI conventions. Stateless. */
final class Answers {
  private Answers() {}

  /** Describes an answer, or several of which one is to be chosen. */
  static void describe(ActiveSpan span, Object value) {
    List<Message.Assistant> answers = new ArrayList<>();
    if (value instanceof Message.Assistant answer) {
      answers.add(answer);
    } else if (value instanceof List<?> choices) {
      for (Object choice : choices) {
        if (choice instanceof Message.Assistant answer) {
          answers.add(answer);
        }
      }
    }
    if (answers.isEmpty()) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    for (Message.Assistant answer : answers) {
      String reason = FinishReasons.of(answer.getFinishReason());
      if (reason != null) {
        reasons.add(reason);
      }
    }
    describe(span, answers.get(0).getMetaInfo(), null);
    span.set(Attribute.RESPONSE_FINISH_REASONS, reasons.isEmpty() ? null : List.copyOf(reasons));
    span.set(Attribute.OUTPUT_MESSAGES, Messages.of(answers));
  }

  /** The usage stands on each of several choices, and counts once. */
  static void describe(
      ActiveSpan span, @Nullable ResponseMetaInfo info, @Nullable String finishReason) {
    String reason = FinishReasons.of(finishReason);
    span.set(Attribute.RESPONSE_FINISH_REASONS, reason == null ? null : List.of(reason));
    if (info != null) {
      span.set(Attribute.RESPONSE_MODEL, info.getModelId());
      span.set(Attribute.USAGE_INPUT_TOKENS, info.getInputTokensCount());
      span.set(Attribute.USAGE_OUTPUT_TOKENS, info.getOutputTokensCount());
    }
  }
}
