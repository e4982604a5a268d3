package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/**
 * Cached and reasoning tokens. Apart from its caller, because the application may be without
 * langchain4j-open-ai.
 */
final class OpenAiUsage {
  private OpenAiUsage() {}

  static void set(ActiveSpan span, TokenUsage usage) {
    if (usage instanceof OpenAiTokenUsage openAi) {
      if (openAi.inputTokensDetails() != null) {
        span.set(Attribute.USAGE_CACHE_READ_TOKENS, openAi.inputTokensDetails().cachedTokens());
      }
      if (openAi.outputTokensDetails() != null) {
        span.set(Attribute.USAGE_REASONING_TOKENS, openAi.outputTokensDetails().reasoningTokens());
      }
    }
  }
}
