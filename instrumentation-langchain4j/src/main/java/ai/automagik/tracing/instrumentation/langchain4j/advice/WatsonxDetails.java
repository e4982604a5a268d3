package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.watsonx.WatsonxChatRequestParameters;

/** What langchain4j-watsonx says. */
final class WatsonxDetails {
  private WatsonxDetails() {}

  static void request(ActiveSpan span, ChatRequestParameters parameters) {
    if (parameters instanceof WatsonxChatRequestParameters watsonx) {
      span.set(Attribute.REQUEST_SEED, watsonx.seed());
    }
  }
}
