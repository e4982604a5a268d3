package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.output.TokenUsage;

/** What langchain4j-anthropic says. Cached tokens are counted apart from the input. */
final class AnthropicDetails {
  private AnthropicDetails() {}

  static void request(ActiveSpan span, ChatRequestParameters parameters) {
    if (parameters instanceof AnthropicChatRequestParameters anthropic) {
      span.set(Attribute.REQUEST_THINKING_BUDGET_TOKENS, anthropic.thinkingBudgetTokens());
    }
  }

  static void usage(ActiveSpan span, TokenUsage usage) {
    if (usage instanceof AnthropicTokenUsage anthropic) {
      Tokens.input(
          span,
          anthropic.inputTokenCount(),
          anthropic.cacheReadInputTokens(),
          anthropic.cacheCreationInputTokens());
    }
  }
}
