package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/**
 * What langchain4j-google-ai-gemini says. Thoughts are counted apart from the output, cached tokens
 * are not.
 */
final class GeminiDetails {
  private GeminiDetails() {}

  static void usage(ActiveSpan span, TokenUsage usage) {
    if (usage instanceof GoogleAiGeminiTokenUsage gemini) {
      span.set(Attribute.USAGE_CACHE_READ_TOKENS, gemini.cachedContentTokenCount());
      Tokens.output(span, gemini.outputTokenCount(), gemini.thoughtsTokenCount());
    }
  }
}
