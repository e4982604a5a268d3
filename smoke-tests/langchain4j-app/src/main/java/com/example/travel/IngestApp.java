package com.example.travel;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.splitter.DocumentByParagraphSplitter;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;

/** Documents on their way into a store and out of it, and embeddings asked for in all ways. */
public final class IngestApp {
  private IngestApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    List<Document> documents =
        List.of(
            Document.from("Tram 28 climbs to Graca.\n\nIt is empty before eight."),
            Document.from("Tarts are best at ten."));
    EmbeddingStoreIngestor.builder()
        .documentSplitter(new DocumentByParagraphSplitter(30, 0))
        .embeddingModel(new LengthEmbeddings())
        .embeddingStore(store)
        .build()
        .ingest(documents);
    EmbeddingStoreIngestor whole =
        EmbeddingStoreIngestor.builder()
            .embeddingModel(new LengthEmbeddings())
            .embeddingStore(store)
            .build();
    whole.ingest(Document.from("Pack light shoes."));

    Embedding query = new LengthEmbeddings().embed("When is it empty?").content();
    InMemoryEmbeddingStore<TextSegment> facts = new InMemoryEmbeddingStore<>();
    facts.addAll(List.of("fact-1"), List.of(query), List.of(TextSegment.from("Before eight.")));
    System.out.println(
        facts
            .search(EmbeddingSearchRequest.builder().queryEmbedding(query).maxResults(9).build())
            .matches()
            .size());
    List<String> ids = store.addAll(List.of(query, query));
    store.add(query);
    store.removeAll(ids);
    store.remove(store.add(query));
    store.removeAll();

    EmbeddingModel lambda =
        segments -> Response.from(segments.stream().map(segment -> query).toList());
    System.out.println(lambda.embed("from a lambda").content().dimension());

    EmbeddingModel broken =
        segments -> {
          throw new IllegalStateException("no such model");
        };
    try {
      EmbeddingStoreIngestor.builder()
          .embeddingModel(broken)
          .embeddingStore(store)
          .build()
          .ingest(documents);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
