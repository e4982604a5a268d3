package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One query for which an augmentor asks one retriever on its own thread: route, retrieve, return.
 * When the retriever is a lambda, nothing but what goes on around it can be seen. So its span
 * begins when the router has chosen it, and ends when the augmentor has what was found.
 *
 * <p>Confined to the thread, and to the call of {@code process}.
 */
final class InlineRetrieval {
  private static final ThreadLocal<@Nullable InlineRetrieval> CURRENT = new ThreadLocal<>();

  private final @Nullable InlineRetrieval before;
  private final ActiveSpan augmentation;
  private @Nullable ActiveSpan span;

  private InlineRetrieval(@Nullable InlineRetrieval before, ActiveSpan augmentation) {
    this.before = before;
    this.augmentation = augmentation;
  }

  /** The augmentor has one query. */
  static InlineRetrieval begin(ActiveSpan augmentation) {
    InlineRetrieval inline = new InlineRetrieval(CURRENT.get(), augmentation);
    CURRENT.set(inline);
    return inline;
  }

  /** A router has chosen. */
  static void chosen(Query query, Collection<ContentRetriever> retrievers) {
    InlineRetrieval inline = CURRENT.get();
    if (inline == null
        || inline.span != null
        || inline.augmentation != Tracer.current()
        || retrievers.size() != 1) {
      return;
    }
    Object retriever = retrievers.iterator().next();
    if (retriever != null && retriever.getClass().isHidden()) {
      inline.span = Retrievals.retriever(retriever, query);
    }
  }

  /** The augmentor has what it wanted, or has failed. */
  void end(
      @Nullable Map<Query, ? extends Collection<List<Content>>> found, @Nullable Throwable error) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
    if (span != null) {
      Retrievals.retrieved(span, null, first(found), error);
    }
  }

  private static @Nullable List<Content> first(
      @Nullable Map<Query, ? extends Collection<List<Content>>> found) {
    if (found != null && found.size() == 1) {
      Collection<List<Content>> lists = found.values().iterator().next();
      return lists.size() == 1 ? lists.iterator().next() : null;
    }
    return null;
  }
}
