package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.web.search.WebSearchOrganicResult;
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
      Object reranked = content.metadata().get(ContentMetadata.RERANKED_SCORE);
      Object score = reranked != null ? reranked : content.metadata().get(ContentMetadata.SCORE);
      Object id = content.metadata().get(ContentMetadata.EMBEDDING_ID);
      documents.add(
          new Message.Document(
              id instanceof String text ? text : null, number(score), text(content.textSegment())));
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

  /**
   * Texts with the scores that they got.
   *
   * @param scored a text, a segment, or a list of segments
   * @param scores a number or as many of them; null when it came to none
   */
  static Message.Documents scored(@Nullable Object scored, @Nullable Object scores) {
    List<?> texts =
        scored instanceof List<?> list ? list : scored == null ? List.of() : List.of(scored);
    List<Message.Document> documents = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      Object score = scores instanceof List<?> list ? i < list.size() ? list.get(i) : null : scores;
      Object text = texts.get(i);
      documents.add(
          new Message.Document(
              null,
              number(score),
              text instanceof TextSegment segment
                  ? segment.text()
                  : text instanceof String string ? string : null));
    }
    return new Message.Documents(documents);
  }

  /** Pages of the web: their address, and what the search engine shows of them. */
  static Message.Documents pages(List<WebSearchOrganicResult> pages) {
    List<Message.Document> documents = new ArrayList<>(pages.size());
    for (int i = 0; i < pages.size(); i++) {
      WebSearchOrganicResult page = pages.get(i);
      String text = page.content() != null ? page.content() : page.snippet();
      documents.add(
          new Message.Document(
              page.url() == null ? null : page.url().toString(),
              null,
              text != null ? text : page.title()));
    }
    return new Message.Documents(documents);
  }

  private static @Nullable Double number(@Nullable Object score) {
    return score instanceof Number number ? (Double) number.doubleValue() : null;
  }

  private static @Nullable String text(@Nullable TextSegment segment) {
    return segment == null ? null : segment.text();
  }
}
