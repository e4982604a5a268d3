package com.example.travel;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.router.LanguageModelQueryRouter;
import dev.langchain4j.rag.query.transformer.CompressingQueryTransformer;
import dev.langchain4j.rag.query.transformer.ExpandingQueryTransformer;
import dev.langchain4j.service.AiServices;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Agents with all that an augmentor can do: one asks two sources two questions on a pool, and has
 * the answers re-ranked; the other one remembers what was talked about.
 */
public final class AugmentApp {
  private static final ChatModel ANSWERS =
      new ScriptedModel(Map.of("information", "Take the tram, eat tarts."));

  private AugmentApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      Guide curious =
          AiServices.builder(Guide.class)
              .chatModel(ANSWERS)
              .retrievalAugmentor(expanding(pool))
              .build();
      System.out.println(curious.ask("What should I do in Lisbon?"));
    } finally {
      pool.shutdown();
    }

    Guide attentive =
        AiServices.builder(Guide.class)
            .chatModel(ANSWERS)
            .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
            .retrievalAugmentor(
                DefaultRetrievalAugmentor.builder()
                    .queryTransformer(
                        new CompressingQueryTransformer(
                            new ScriptedModel(Map.of("", "When is tram 28 in Lisbon empty?"))))
                    .contentRetriever(new Tips())
                    .build())
            .build();
    System.out.println(attentive.ask("Is there a tram in Lisbon?"));
    System.out.println(attentive.ask("When is it empty?"));
  }

  private static RetrievalAugmentor expanding(ExecutorService pool) {
    Map<ContentRetriever, String> retrievers = new LinkedHashMap<>();
    retrievers.put(new Tips(), "tips");
    retrievers.put(query -> List.of(Content.from("Tram 28 is empty before eight.")), "trams");
    return DefaultRetrievalAugmentor.builder()
        .queryTransformer(
            new ExpandingQueryTransformer(
                new ScriptedModel(Map.of("", "What to see in Lisbon?\nWhat to eat in Lisbon?"))))
        .queryRouter(
            new LanguageModelQueryRouter(new ScriptedModel(Map.of("", "1, 2")), retrievers))
        .contentAggregator(
            ReRankingContentAggregator.builder()
                .scoringModel(new LengthScores())
                .querySelector(
                    found -> found.keySet().stream().min(Comparator.comparing(Query::text)).get())
                .build())
        .executor(task -> await(pool, task))
        .build();
  }

  /** On another thread, but one after the other. */
  private static void await(ExecutorService pool, Runnable task) {
    try {
      pool.submit(task).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The agent. */
  interface Guide {
    String ask(String question);
  }
}
