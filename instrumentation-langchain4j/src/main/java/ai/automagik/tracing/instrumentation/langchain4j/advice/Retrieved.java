package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What LangChain4j found, as ours. Copies references, never text. Stateless. */
final class Retrieved {
  private Retrieved() {}

  static Message.Documents contents(List<Content> contents) {
    List<Message.Document> documents = new ArrayList<>(contents.size());
    for (int i = 0; i < contents.size(); i++) {
      Content content = contents.get(i);
      Object score = content.metadata().get(ContentMetadata.SCORE);
      Object id = content.metadata().get(ContentMetadata.EMBEDDING_ID);
      documents.add(
          new Message.Document(
              id instanceof String text ? text : null,
              score instanceof Number number ? (Double) number.doubleValue() : null,
              text(content.textSegment())));
    }
    return new Message.Documents(documents);
  }

  static Message.Documents matches(List<? extends EmbeddingMatch<?>> matches) {
    List<Message.Document> documents = new ArrayList<>(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      EmbeddingMatch<?> match = matches.get(i);
      documents.add(
          new Message.Document(
              match.embeddingId(),
              match.score(),
              match.embedded() instanceof TextSegment segment ? text(segment) : null));
    }
    return new Message.Documents(documents);
  }

  private static @Nullable String text(@Nullable TextSegment segment) {
    return segment == null ? null : segment.text();
  }
}
