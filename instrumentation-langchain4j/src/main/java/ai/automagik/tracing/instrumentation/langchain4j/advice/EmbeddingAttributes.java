package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What embedding models are and give back, in the terms of the GenAI conventions. Stateless. */
final class EmbeddingAttributes {
  private static final boolean NAMES_ITSELF = namesItself();

  private EmbeddingAttributes() {}

  /** Newer models say who they are. */
  static void model(ActiveSpan span, EmbeddingModel model) {
    if (NAMES_ITSELF) {
      String name = model.modelName();
      span.set(Attribute.REQUEST_MODEL, "unknown".equals(name) ? null : name);
    }
  }

  static void result(
      ActiveSpan span, @Nullable List<Embedding> embeddings, @Nullable TokenUsage usage) {
    if (embeddings != null && !embeddings.isEmpty()) {
      span.set(Attribute.EMBEDDINGS_DIMENSIONS, embeddings.get(0).dimension());
    }
    if (usage != null) {
      span.set(Attribute.USAGE_INPUT_TOKENS, usage.inputTokenCount());
    }
  }

  private static boolean namesItself() {
    try {
      EmbeddingModel.class.getMethod("modelName");
      return true;
    } catch (NoSuchMethodException olderVersion) {
      return false;
    }
  }
}
