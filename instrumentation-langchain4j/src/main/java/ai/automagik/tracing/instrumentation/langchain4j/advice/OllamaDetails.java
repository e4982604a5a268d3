package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;

/** What langchain4j-ollama says. */
final class OllamaDetails {
  private OllamaDetails() {}

  static void request(ActiveSpan span, ChatRequestParameters parameters) {
    if (parameters instanceof OllamaChatRequestParameters ollama) {
      span.set(Attribute.REQUEST_SEED, ollama.seed());
    }
  }
}
