package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.bedrock.BedrockChatRequestParameters;
import dev.langchain4j.model.bedrock.BedrockGuardrailConfiguration;
import dev.langchain4j.model.bedrock.BedrockTokenUsage;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.output.TokenUsage;

/** What langchain4j-bedrock says. Cached tokens are counted apart from the input. */
final class BedrockDetails {
  private BedrockDetails() {}

  static void request(ActiveSpan span, ChatRequestParameters parameters) {
    if (parameters instanceof BedrockChatRequestParameters bedrock) {
      BedrockGuardrailConfiguration guardrail = bedrock.bedrockGuardrailConfiguration();
      if (guardrail != null) {
        span.set(Attribute.BEDROCK_GUARDRAIL_ID, guardrail.guardrailIdentifier());
      }
    }
  }

  static void usage(ActiveSpan span, TokenUsage usage) {
    if (usage instanceof BedrockTokenUsage bedrock) {
      Tokens.input(
          span,
          bedrock.inputTokenCount(),
          bedrock.cacheReadInputTokens(),
          bedrock.cacheWriteInputTokens());
    }
  }
}
