package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of a retrieval are spans. An augmentation is one, so is each retriever that it asks,
 * and a retriever that is asked by another; the store or engine behind a retriever only adds its
 * name, since what it finds is what the retriever finds. Stateless.
 */
final class Retrievals {
  private Retrievals() {}

  /** Begins the span of an augmentation; null inside a call of the same augmentor. */
  static @Nullable ActiveSpan augmentation(Object augmentor) {
    ActiveSpan span = Tracer.start(Operation.RETRIEVAL, augmentor);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.RAG_AUGMENTOR, Names.of(augmentor));
    }
    return span;
  }

  /** Begins the span of a retriever; null where another call is the same retrieval. */
  static @Nullable ActiveSpan retriever(Object retriever, @Nullable Query query) {
    ActiveSpan around = Tracer.current(Operation.RETRIEVAL);
    if (around != null && !isAugmentation(around) && !around.has(Attribute.DATA_SOURCE_ID)) {
      around.set(Attribute.DATA_SOURCE_ID, Names.of(retriever));
      around.standFor(retriever);
      return null;
    }
    ActiveSpan span = Tracer.start(Operation.RETRIEVAL, retriever);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.RETRIEVAL_QUERY, query == null ? null : query.text());
      span.set(Attribute.DATA_SOURCE_ID, Names.unlessStandIn(retriever));
    }
    return span;
  }

  /**
   * Ends the span of a retriever.
   *
   * @param retriever whose name it gets if it is a stand-in that asked nobody
   */
  static void retrieved(
      ActiveSpan span,
      @Nullable Object retriever,
      @Nullable List<Content> contents,
      @Nullable Throwable error) {
    Tracer.leave(span);
    try {
      if (retriever != null) {
        nameAtLast(span, retriever);
      }
      if (contents != null) {
        span.set(Attribute.RETRIEVAL_DOCUMENTS, Retrieved.contents(contents));
      }
    } finally {
      span.end(error);
    }
  }

  /** Begins the span of a search; null when it is part of a retriever's, or of another search. */
  static @Nullable ActiveSpan search(
      Object source, @Nullable String query, @Nullable Integer maxResults) {
    ActiveSpan around = Tracer.current(Operation.RETRIEVAL);
    if (around != null && !isAugmentation(around)) {
      boolean named = around.has(Attribute.DATA_SOURCE_ID);
      if (!around.standsFor(source)) {
        around.set(named ? Attribute.RETRIEVAL_STORE : Attribute.DATA_SOURCE_ID, Names.of(source));
      }
      around.set(Attribute.RETRIEVAL_TOP_K, maxResults);
      return null;
    }
    ActiveSpan span = Tracer.start(Operation.RETRIEVAL, source);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.DATA_SOURCE_ID, Names.unlessStandIn(source));
      span.set(Attribute.RETRIEVAL_QUERY, query);
      span.set(Attribute.RETRIEVAL_TOP_K, maxResults);
    }
    return span;
  }

  /** Names a span after a stand-in, if nothing behind it gave it a name. */
  static void nameAtLast(ActiveSpan span, Object standIn) {
    if (!span.has(Attribute.DATA_SOURCE_ID)) {
      span.set(Attribute.DATA_SOURCE_ID, Names.of(standIn));
    }
  }

  private static boolean isAugmentation(ActiveSpan span) {
    return span.has(Attribute.RAG_AUGMENTOR);
  }
}
