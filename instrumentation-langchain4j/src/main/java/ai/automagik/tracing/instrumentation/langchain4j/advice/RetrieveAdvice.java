package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
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
    ActiveSpan span = Tracer.start(Operation.RETRIEVAL);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.DATA_SOURCE_ID, retriever.getClass().getSimpleName());
      span.set(Attribute.RETRIEVAL_QUERY, query == null ? null : query.text());
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable List<Content> result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        if (result != null) {
          span.set(Attribute.RETRIEVAL_DOCUMENTS, Retrieved.contents(result));
        }
      } finally {
        span.end(error);
      }
    }
  }
}
