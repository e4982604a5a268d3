package com.example.travel;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.content.retriever.WebSearchContentRetriever;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import dev.langchain4j.web.search.WebSearchEngine;
import dev.langchain4j.web.search.WebSearchInformationResult;
import dev.langchain4j.web.search.WebSearchOrganicResult;
import dev.langchain4j.web.search.WebSearchRequest;
import dev.langchain4j.web.search.WebSearchResults;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Retrievers and augmentors of all sorts, each on its own. */
public final class RetrieversApp {
  private static final Query QUERY = Query.from("When is tram 28 empty?");

  private RetrieversApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    ask(query -> List.of(Content.from("A lambda found this.")));
    ask(
        query -> {
          throw new IllegalStateException("The lambda lost its index");
        });
    ask(
        query -> {
          throw new IllegalStateException("no index for " + new LengthEmbeddings().dimension());
        });

    print(new ThoroughTips().retrieve(QUERY));
    print(inFrontOf(new Tips()).retrieve(QUERY));
    print(new Both().retrieve(QUERY));

    WebSearchEngine web = new TinyWeb();
    print(
        WebSearchContentRetriever.builder()
            .webSearchEngine(web)
            .maxResults(2)
            .build()
            .retrieve(QUERY));
    System.out.println(web.search("tram 28").results().size());
    WebSearchEngine lambda = request -> new TinyWeb().search(request);
    System.out.println(lambda.search("tarts").results().size());

    UserMessage question = UserMessage.from("When is tram 28 empty?");
    AugmentationResult result =
        new OwnAugmentor()
            .augment(new AugmentationRequest(question, Metadata.from(question, "user-1", null)));
    print(result.contents());
  }

  private static void ask(ContentRetriever retriever) {
    Guide guide =
        AiServices.builder(Guide.class)
            .chatModel(new EchoModel())
            .contentRetriever(retriever)
            .build();
    try {
      System.out.println(guide.ask("What is there to find?"));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  private static void print(List<Content> contents) {
    contents.forEach(content -> System.out.println(content.textSegment().text()));
  }

  /** What a container puts in front of a bean. */
  private static ContentRetriever inFrontOf(ContentRetriever retriever) {
    return (ContentRetriever)
        Proxy.newProxyInstance(
            RetrieversApp.class.getClassLoader(),
            new Class<?>[] {ContentRetriever.class},
            (proxy, method, parameters) -> {
              try {
                return method.invoke(retriever, parameters);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The agent. */
  interface Guide {
    String ask(String question);
  }

  /** Overrides, and asks what it overrides: one and the same object. */
  static final class ThoroughTips extends Tips implements ContentRetriever {
    @Override
    public List<Content> retrieve(Query query) {
      return super.retrieve(query).subList(0, 1);
    }
  }

  /** Asks two others. */
  static final class Both implements ContentRetriever {
    private final ContentRetriever tips = new Tips();
    private final ContentRetriever facts =
        EmbeddingStoreContentRetriever.builder()
            .embeddingModel(new LengthEmbeddings())
            .embeddingStore(facts())
            .maxResults(1)
            .build();

    @Override
    public List<Content> retrieve(Query query) {
      List<Content> all = new ArrayList<>(tips.retrieve(query));
      all.addAll(facts.retrieve(query));
      return all;
    }
  }

  /** Looks in a store itself. */
  static final class OwnAugmentor implements RetrievalAugmentor {
    @Override
    public AugmentationResult augment(AugmentationRequest request) {
      EmbeddingSearchRequest search =
          EmbeddingSearchRequest.builder()
              .queryEmbedding(Embedding.from(new float[] {20, 1, 2}))
              .maxResults(1)
              .build();
      List<Content> contents = new ArrayList<>();
      facts()
          .search(search)
          .matches()
          .forEach(match -> contents.add(Content.from(match.embedded())));
      return new AugmentationResult(request.chatMessage(), contents);
    }
  }

  private static InMemoryEmbeddingStore<TextSegment> facts() {
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    store.add(
        "fact-1",
        Embedding.from(new float[] {23, 1, 2}),
        TextSegment.from("Lisbon is sunny in May."));
    return store;
  }

  /** A search engine with two pages. */
  static final class TinyWeb implements WebSearchEngine {
    @Override
    public WebSearchResults search(WebSearchRequest request) {
      return WebSearchResults.from(
          WebSearchInformationResult.from(2L),
          List.of(
              WebSearchOrganicResult.from(
                  "Tram 28", URI.create("https://lisbon.example/28"), "The tram to Graca", null),
              WebSearchOrganicResult.from("Tarts", URI.create("https://lisbon.example/tarts"))));
    }
  }
}
