package ai.automagik.tracing.instrumentation.springai.advice;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;

/** Around a search in a vector store. */
final class SearchAdvice {
  private SearchAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object store, @Advice.Argument(0) @Nullable SearchRequest request) {
    return Retrievals.search(store, request);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable List<Document> found,
      @Advice.Thrown @Nullable Throwable error) {
    Retrievals.end(entered, found, error);
  }
}
