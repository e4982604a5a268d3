package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What embedding models give back, in the terms of the GenAI conventions. Stateless. */
final class EmbeddingAttributes {
  private EmbeddingAttributes() {}

  /** One embedding, or a list of them. */
  static void response(ActiveSpan span, Response<?> response) {
    Object content = response.content();
    if (content instanceof Embedding embedding) {
      embeddings(span, List.of(embedding));
    } else if (content instanceof List<?> list) {
      embeddings(span, list);
    }
    usage(span, response.tokenUsage());
  }

  static void embeddings(ActiveSpan span, @Nullable List<?> embeddings) {
    if (embeddings != null && !embeddings.isEmpty()) {
      span.set(Attribute.EMBEDDINGS_COUNT, embeddings.size());
      if (embeddings.get(0) instanceof Embedding first) {
        span.set(Attribute.EMBEDDINGS_DIMENSIONS, first.dimension());
      }
    }
  }

  static void usage(ActiveSpan span, @Nullable TokenUsage usage) {
    if (usage != null) {
      span.set(Attribute.USAGE_INPUT_TOKENS, usage.inputTokenCount());
    }
  }
}
