package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a search in an embedding store. */
final class SearchAdvice {
  private SearchAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object store, @Advice.Argument(0) @Nullable EmbeddingSearchRequest request) {
    return Retrievals.search(store, null, request == null ? null : request.maxResults());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This Object store,
      @Advice.Return @Nullable EmbeddingSearchResult<?> result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        Retrievals.nameAtLast(span, store);
        if (result != null) {
          span.set(Attribute.RETRIEVAL_DOCUMENTS, Retrieved.matches(result.matches()));
        }
      } finally {
        span.end(error);
      }
    }
  }
}
