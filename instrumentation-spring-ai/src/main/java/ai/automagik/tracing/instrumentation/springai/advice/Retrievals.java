package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;

/**
 * Which calls of a retrieval are spans: an augmentation, each retriever that it asks, and a vector
 * store that is asked directly. A store behind a retriever only adds its name, since what it finds
 * is what the retriever finds. Stateless.
 */
final class Retrievals {
  private Retrievals() {}

  /** Begins the span of an advisor that adds what it has found to the question. */
  static @Nullable ActiveSpan augmentation(Object advisor, @Nullable String question) {
    ActiveSpan span = Tracer.start(Operation.RETRIEVAL, advisor);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.RAG_AUGMENTOR, Names.of(advisor));
      span.set(Attribute.RETRIEVAL_QUERY, question);
    }
    return span;
  }

  /** Begins the span of a retriever; null inside the same one. */
  static @Nullable ActiveSpan retriever(Object retriever, @Nullable String query) {
    ActiveSpan span = Tracer.start(Operation.RETRIEVAL, retriever);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.DATA_SOURCE_ID, Names.of(retriever));
      span.set(Attribute.RETRIEVAL_QUERY, query);
    }
    return span;
  }

  /** Begins the span of a search; null when it is part of a retriever's, or of another search. */
  static @Nullable ActiveSpan search(Object store, @Nullable SearchRequest request) {
    ActiveSpan around = Tracer.current(Operation.RETRIEVAL);
    Integer topK = request == null ? null : (Integer) request.getTopK();
    if (around != null && !around.has(Attribute.RAG_AUGMENTOR)) {
      if (!around.standsFor(store)) {
        around.set(Attribute.RETRIEVAL_STORE, Names.of(store));
      }
      around.set(Attribute.RETRIEVAL_TOP_K, topK);
      return null;
    }
    ActiveSpan span = retriever(store, request == null ? null : request.getQuery());
    return span == null ? null : span.set(Attribute.RETRIEVAL_TOP_K, topK);
  }

  /** Leaves and ends the span of a retriever, or of a search. */
  static void end(
      @Nullable Object entered, @Nullable List<Document> found, @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        if (found != null) {
          span.set(Attribute.RETRIEVAL_DOCUMENTS, documents(found));
        }
      } finally {
        span.end(error);
      }
    }
  }

  /** Begins the span of what changes a store; null inside a change that is already traced. */
  static @Nullable ActiveSpan change(Operation operation, Object store, @Nullable Object changed) {
    ActiveSpan span = Tracer.start(operation);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.DATA_SOURCE_ID, Names.of(store));
      if (changed instanceof List<?> list) { // by a filter, nobody knows how many
        span.set(Attribute.EMBEDDINGS_COUNT, Integer.valueOf(list.size()));
      }
    }
    return span;
  }

  private static Message.Documents documents(List<Document> found) {
    List<Message.Document> documents = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      Document document = found.get(i);
      documents.add(
          new Message.Document(document.getId(), document.getScore(), document.getText()));
    }
    return new Message.Documents(documents);
  }
}
