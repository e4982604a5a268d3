package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.model.output.Response;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the scoring of texts against a query: one {@code rerank} span with the texts and their
 * scores.
 */
final class RerankAdvice {
  private RerankAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(1) @Nullable String query) {
    ActiveSpan span = Leaf.begin(Operation.RERANK, model);
    return span == null ? null : span.set(Attribute.RETRIEVAL_QUERY, query);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) @Nullable Object scored,
      @Advice.Return @Nullable Response<?> result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        Object scores = result == null ? null : result.content();
        span.set(Attribute.RETRIEVAL_DOCUMENTS, Retrieved.scored(scored, scores));
        if (result != null) {
          EmbeddingAttributes.usage(span, result.tokenUsage());
        }
      } finally {
        span.end(error);
      }
    }
  }
}
