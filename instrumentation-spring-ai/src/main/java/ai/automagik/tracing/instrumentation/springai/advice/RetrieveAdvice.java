package ai.automagik.tracing.instrumentation.springai.advice;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.Query;

/** Around a retriever of documents. */
final class RetrieveAdvice {
  private RetrieveAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object retriever, @Advice.Argument(0) @Nullable Query query) {
    return Retrievals.retriever(retriever, query == null ? null : query.text());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable List<Document> found,
      @Advice.Thrown @Nullable Throwable error) {
    Retrievals.end(entered, found, error);
  }
}
