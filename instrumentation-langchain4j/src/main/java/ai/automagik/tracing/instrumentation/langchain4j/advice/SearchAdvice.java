package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a search in an embedding store that no retriever asked for. */
final class SearchAdvice {
  private SearchAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object store, @Advice.Argument(0) EmbeddingSearchRequest request) {
    ActiveSpan span = Tracer.start(Operation.RETRIEVAL);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.DATA_SOURCE_ID, store.getClass().getSimpleName());
      span.set(Attribute.RETRIEVAL_TOP_K, (long) request.maxResults());
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable EmbeddingSearchResult<?> result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        if (result != null) {
          span.set(Attribute.RETRIEVAL_DOCUMENTS, Retrieved.matches(result.matches()));
        }
      } finally {
        span.end(error);
      }
    }
  }
}
