package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/** Around the embedding of texts: one {@code embeddings} span for the outermost model. */
final class EmbedAdvice {
  private EmbedAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(0) @Nullable EmbeddingRequest request) {
    return Leaf.begin(Operation.EMBEDDINGS, model, request, null);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable EmbeddingResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (response != null) {
          describe(span, response);
        }
      } finally {
        span.end(error);
      }
    }
  }

  private static void describe(ActiveSpan span, EmbeddingResponse response) {
    List<Embedding> embeddings = response.getResults();
    if (embeddings != null && !embeddings.isEmpty()) {
      span.set(Attribute.EMBEDDINGS_COUNT, Integer.valueOf(embeddings.size()));
      float[] first = embeddings.get(0).getOutput();
      span.set(
          Attribute.EMBEDDINGS_DIMENSIONS, first == null ? null : Integer.valueOf(first.length));
    }
    if (response.getMetadata() != null) {
      String model = response.getMetadata().getModel();
      span.set(Attribute.RESPONSE_MODEL, model == null || model.isEmpty() ? null : model);
      Usage usage = response.getMetadata().getUsage();
      if (usage != null && usage.getPromptTokens() != null && usage.getPromptTokens() > 0) {
        span.set(Attribute.USAGE_INPUT_TOKENS, usage.getPromptTokens());
      }
    }
  }
}
