package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the task in which an augmentor asks one of several retrievers. Here a retriever is seen
 * that is a lambda, whose own class nobody can weave.
 */
final class RetrieveElsewhereAdvice {
  private RetrieveElsewhereAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable ContentRetriever retriever,
      @Advice.Argument(1) @Nullable Query query) {
    return retriever == null ? null : Retrievals.retriever(retriever, query);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) @Nullable ContentRetriever retriever,
      @Advice.Return @Nullable List<Content> result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span && retriever != null) {
      Retrievals.retrieved(span, retriever, result, error);
    }
  }
}
