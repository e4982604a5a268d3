package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.openaiofficial.OpenAiOfficialChatRequestParameters;
import dev.langchain4j.model.openaiofficial.OpenAiOfficialChatResponseMetadata;
import dev.langchain4j.model.openaiofficial.OpenAiOfficialTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/** What langchain4j-open-ai-official says of chat completions, as langchain4j-open-ai does. */
final class OpenAiOfficialDetails {
  private OpenAiOfficialDetails() {}

  static void request(ActiveSpan span, ChatRequestParameters parameters) {
    if (parameters instanceof OpenAiOfficialChatRequestParameters openAi) {
      span.set(Attribute.OPENAI_API_TYPE, "chat_completions");
      if (openAi.maxOutputTokens() == null) {
        span.set(Attribute.REQUEST_MAX_TOKENS, openAi.maxCompletionTokens());
      }
      span.set(Attribute.REQUEST_SEED, openAi.seed());
      span.set(Attribute.REQUEST_REASONING_LEVEL, openAi.reasoningEffort());
      span.set(
          Attribute.OPENAI_REQUEST_SERVICE_TIER, ProviderDetails.unlessAuto(openAi.serviceTier()));
    }
  }

  static void response(ActiveSpan span, ChatResponseMetadata metadata) {
    if (metadata instanceof OpenAiOfficialChatResponseMetadata openAi) {
      span.set(Attribute.OPENAI_RESPONSE_SERVICE_TIER, openAi.serviceTier());
      span.set(Attribute.OPENAI_RESPONSE_SYSTEM_FINGERPRINT, openAi.systemFingerprint());
    }
  }

  static void usage(ActiveSpan span, TokenUsage usage) {
    if (usage instanceof OpenAiOfficialTokenUsage openAi) {
      if (openAi.inputTokensDetails() != null) {
        span.set(Attribute.USAGE_CACHE_READ_TOKENS, openAi.inputTokensDetails().cachedTokens());
      }
      if (openAi.outputTokensDetails() != null) {
        span.set(Attribute.USAGE_REASONING_TOKENS, openAi.outputTokensDetails().reasoningTokens());
      }
    }
  }
}
