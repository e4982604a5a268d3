package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;

/**
 * What comes of a request for embeddings, from LangChain4j 1.18 on. Apart from its caller, because
 * older versions lack the type.
 */
final class EmbeddingResponses {
  private EmbeddingResponses() {}

  static void set(ActiveSpan span, Object result) {
    if (result instanceof EmbeddingResponse response) {
      EmbeddingAttributes.embeddings(span, response.embeddings());
      EmbeddingAttributes.usage(span, response.tokenUsage());
      span.set(Attribute.RESPONSE_MODEL, response.modelName());
    }
  }
}
