package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After a router has chosen retrievers for a query. */
final class RouteAdvice {
  private RouteAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.Argument(0) @Nullable Query query,
      @Advice.Return @Nullable Collection<ContentRetriever> retrievers) {
    if (query != null && retrievers != null) {
      InlineRetrieval.chosen(query, retrievers);
    }
  }
}
