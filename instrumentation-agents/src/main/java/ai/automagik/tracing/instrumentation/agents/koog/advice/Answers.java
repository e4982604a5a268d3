package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.koog.prompt.message.Message;
import ai.koog.prompt.message.ResponseMetaInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
      String reason = answer.getFinishReason();
      if (reason != null) {
        reasons.add(reason(reason));
      }
    }
    describe(span, answers.get(0).getMetaInfo(), null);
    span.set(Attribute.RESPONSE_FINISH_REASONS, reasons.isEmpty() ? null : List.copyOf(reasons));
    span.set(Attribute.OUTPUT_MESSAGES, Messages.of(answers));
  }

  /** The usage stands on each of several choices, and counts once. */
  static void describe(
      ActiveSpan span, @Nullable ResponseMetaInfo info, @Nullable String finishReason) {
    span.set(
        Attribute.RESPONSE_FINISH_REASONS,
        finishReason == null ? null : List.of(reason(finishReason)));
    if (info != null) {
      span.set(Attribute.RESPONSE_MODEL, info.getModelId());
      span.set(Attribute.USAGE_INPUT_TOKENS, info.getInputTokensCount());
      span.set(Attribute.USAGE_OUTPUT_TOKENS, info.getOutputTokensCount());
    }
  }

  /** A provider's word for the reason why a model stopped, as the conventions have it. */
  static String reason(String word) {
    String reason = word.toLowerCase(Locale.ROOT);
    return switch (reason) {
      case "end_turn", "stop_sequence" -> "stop";
      case "max_tokens" -> "length";
      case "tool_calls", "tool_use", "function_call" -> "tool_call";
      case "safety", "content_filtered", "guardrail_intervened" -> "content_filter";
      default -> reason;
    };
  }
}
