package com.example.newest;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.embedding.response.EmbeddingResponseMetadata;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.listener.ContentRetrieverListener;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import dev.langchain4j.store.embedding.listener.EmbeddingStoreListener;
import java.util.List;

/** Models, stores and retrievers with listeners, which LangChain4j puts into wrappers. */
public final class ListenersApp {
  private ListenersApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    ContentRetrieverListener retrieverListener = new ContentRetrieverListener() {};
    Query query = Query.from("When?");
    print(new Facts().addListener(retrieverListener).retrieve(query));
    ContentRetriever lambda = asked -> List.of(Content.from("A lambda found this."));
    print(lambda.addListener(retrieverListener).retrieve(query));

    EmbeddingModel model = new TwoNumbers().addListener(new EmbeddingModelListener() {});
    System.out.println(model.embed("one").content().dimension());
    System.out.println(model.embedAll(List.of(TextSegment.from("one"))).content().size());
    EmbeddingRequest request =
        EmbeddingRequest.builder().textSegments(List.of(TextSegment.from("one"))).build();
    System.out.println(new TwoNumbers().embed(request).embeddings().size());

    EmbeddingStore<TextSegment> store =
        new InMemoryEmbeddingStore<TextSegment>().addListener(new EmbeddingStoreListener() {});
    Embedding embedding = Embedding.from(new float[] {1, 2});
    store.addAll(List.of("fact-1"), List.of(embedding), List.of(TextSegment.from("one")));
    EmbeddingSearchRequest search =
        EmbeddingSearchRequest.builder().queryEmbedding(embedding).maxResults(1).build();
    System.out.println(store.search(search).matches().size());
    store.removeAll(List.of("fact-1"));
  }

  private static void print(List<Content> contents) {
    contents.forEach(content -> System.out.println(content.textSegment().text()));
  }

  /** A retriever of the application's own. */
  static final class Facts implements ContentRetriever {
    @Override
    public List<Content> retrieve(Query query) {
      return List.of(Content.from("Before eight."));
    }
  }

  /** A model of the application's own, in the newest shape. */
  static final class TwoNumbers implements EmbeddingModel {
    @Override
    public String modelName() {
      return "two-numbers";
    }

    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
      List<Embedding> embeddings =
          request.inputs().stream().map(input -> Embedding.from(new float[] {1, 2})).toList();
      return EmbeddingResponse.builder()
          .embeddings(embeddings)
          .metadata(
              EmbeddingResponseMetadata.builder()
                  .modelName("two-numbers-2")
                  .tokenUsage(new TokenUsage(3))
                  .build())
          .build();
    }
  }
}
