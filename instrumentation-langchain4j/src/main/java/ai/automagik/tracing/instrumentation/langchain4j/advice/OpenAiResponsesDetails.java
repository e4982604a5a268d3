package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiResponsesChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiResponsesChatResponseMetadata;

/** What langchain4j-open-ai says of the responses API; its tokens are those of chat completions. */
final class OpenAiResponsesDetails {
  private OpenAiResponsesDetails() {}

  static void request(ActiveSpan span, ChatRequestParameters parameters) {
    if (parameters instanceof OpenAiResponsesChatRequestParameters openAi) {
      span.set(Attribute.OPENAI_API_TYPE, "responses");
      span.set(Attribute.REQUEST_REASONING_LEVEL, openAi.reasoningEffort());
      span.set(Attribute.REQUEST_PREVIOUS_RESPONSE_ID, openAi.previousResponseId());
      span.set(
          Attribute.OPENAI_REQUEST_SERVICE_TIER, ProviderDetails.unlessAuto(openAi.serviceTier()));
    }
  }

  static void response(ActiveSpan span, ChatResponseMetadata metadata) {
    if (metadata instanceof OpenAiResponsesChatResponseMetadata openAi) {
      span.set(Attribute.OPENAI_RESPONSE_SERVICE_TIER, openAi.serviceTier());
    }
  }
}
