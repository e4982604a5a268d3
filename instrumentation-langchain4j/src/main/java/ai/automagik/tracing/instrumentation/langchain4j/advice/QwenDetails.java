package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.community.model.dashscope.QwenChatRequestParameters;
import dev.langchain4j.model.chat.request.ChatRequestParameters;

/** What langchain4j-community-dashscope says. */
final class QwenDetails {
  private QwenDetails() {}

  static void request(ActiveSpan span, ChatRequestParameters parameters) {
    if (parameters instanceof QwenChatRequestParameters qwen) {
      span.set(Attribute.REQUEST_SEED, qwen.seed());
      span.set(Attribute.REQUEST_THINKING_BUDGET_TOKENS, qwen.thinkingBudget());
      Integer choices = qwen.n();
      span.set(Attribute.REQUEST_CHOICE_COUNT, choices != null && choices == 1 ? null : choices);
    }
  }
}
