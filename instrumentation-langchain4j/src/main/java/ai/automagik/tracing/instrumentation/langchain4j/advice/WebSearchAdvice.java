package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.web.search.WebSearchRequest;
import dev.langchain4j.web.search.WebSearchResults;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around a search in the web. */
final class WebSearchAdvice {
  private WebSearchAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object engine,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object asked) {
    if (asked instanceof WebSearchRequest request) {
      return Retrievals.search(engine, request.searchTerms(), request.maxResults());
    }
    return Retrievals.search(engine, asked instanceof String query ? query : null, null);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This Object engine,
      @Advice.Return @Nullable WebSearchResults result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        Retrievals.nameAtLast(span, engine);
        if (result != null && result.results() != null) {
          span.set(Attribute.RETRIEVAL_DOCUMENTS, Retrieved.pages(result.results()));
        }
      } finally {
        span.end(error);
      }
    }
  }
}
