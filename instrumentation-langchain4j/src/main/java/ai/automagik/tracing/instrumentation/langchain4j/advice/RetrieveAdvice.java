package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around a content retriever: one {@code retrieval} span with what was asked and what was found.
 */
final class RetrieveAdvice {
  private RetrieveAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object retriever, @Advice.Argument(0) @Nullable Query query) {
    return Retrievals.retriever(retriever, query);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This Object retriever,
      @Advice.Return @Nullable List<Content> result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Retrievals.retrieved(span, retriever, result, error);
    }
  }
}
