package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of providers say beyond LangChain4j's own types, by the names of their classes:
 * the application has one or two of these modules, and a class of ours is linked only with the
 * module that it is for. Stateless.
 *
 * <p>A module of another version may lack a method. Then what the module adds is not told, and all
 * the rest of the span is.
 */
final class ProviderDetails {
  private ProviderDetails() {}

  static void request(ActiveSpan span, ChatRequestParameters parameters) {
    try {
      switch (parameters.getClass().getName()) {
        case "dev.langchain4j.model.openai.OpenAiChatRequestParameters" ->
            OpenAiDetails.request(span, parameters);
        case "dev.langchain4j.model.openai.OpenAiResponsesChatRequestParameters" ->
            OpenAiResponsesDetails.request(span, parameters);
        case "dev.langchain4j.model.openaiofficial.OpenAiOfficialChatRequestParameters" ->
            OpenAiOfficialDetails.request(span, parameters);
        case "dev.langchain4j.model.anthropic.AnthropicChatRequestParameters" ->
            AnthropicDetails.request(span, parameters);
        case "dev.langchain4j.model.bedrock.BedrockChatRequestParameters" ->
            BedrockDetails.request(span, parameters);
        case "dev.langchain4j.model.ollama.OllamaChatRequestParameters" ->
            OllamaDetails.request(span, parameters);
        case "dev.langchain4j.model.watsonx.WatsonxChatRequestParameters" ->
            WatsonxDetails.request(span, parameters);
        case "dev.langchain4j.community.model.dashscope.QwenChatRequestParameters" ->
            QwenDetails.request(span, parameters);
        default -> {}
      }
    } catch (LinkageError otherVersion) {
      // Said above.
    }
  }

  static void response(ActiveSpan span, ChatResponseMetadata metadata) {
    try {
      switch (metadata.getClass().getName()) {
        case "dev.langchain4j.model.openai.OpenAiChatResponseMetadata" ->
            OpenAiDetails.response(span, metadata);
        case "dev.langchain4j.model.openai.OpenAiResponsesChatResponseMetadata" ->
            OpenAiResponsesDetails.response(span, metadata);
        case "dev.langchain4j.model.openaiofficial.OpenAiOfficialChatResponseMetadata" ->
            OpenAiOfficialDetails.response(span, metadata);
        default -> {}
      }
    } catch (LinkageError otherVersion) {
      // Said above.
    }
  }

  /** After the plain counts were set: some providers leave parts of the tokens out of them. */
  static void usage(ActiveSpan span, TokenUsage usage) {
    try {
      switch (usage.getClass().getName()) {
        case "dev.langchain4j.model.openai.OpenAiTokenUsage" -> OpenAiDetails.usage(span, usage);
        case "dev.langchain4j.model.openaiofficial.OpenAiOfficialTokenUsage" ->
            OpenAiOfficialDetails.usage(span, usage);
        case "dev.langchain4j.model.anthropic.AnthropicTokenUsage" ->
            AnthropicDetails.usage(span, usage);
        case "dev.langchain4j.model.bedrock.BedrockTokenUsage" -> BedrockDetails.usage(span, usage);
        case "dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage" ->
            GeminiDetails.usage(span, usage);
        default -> {}
      }
    } catch (LinkageError otherVersion) {
      // Said above.
    }
  }

  /** The tier that the provider chooses is no choice. */
  static @Nullable String unlessAuto(@Nullable String serviceTier) {
    return "auto".equals(serviceTier) ? null : serviceTier;
  }
}
