package com.example.services;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;

/** Asks an AI service for every kind of answer that comes later. */
public final class StreamedAnswersApp {
  private StreamedAnswersApp() {}

  /** Answers while they are being made. */
  interface Streamed {
    TokenStream pieces(String question);

    Flux<String> flux(String question);

    CompletableFuture<String> later(String question);
  }

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    ToolSpecification time =
        ToolSpecification.builder()
            .name("get_time")
            .description("Tells the time")
            .parameters(JsonObjectSchema.builder().addStringProperty("city").build())
            .build();
    Streamed streamed =
        AiServices.builder(Streamed.class)
            .streamingChatModel(Models.streaming(arguments[0]))
            .tools(Map.of(time, (request, memoryId) -> "10:15"))
            .build();

    CompletableFuture<String> whole = new CompletableFuture<>();
    streamed
        .pieces("What time is it in Lisbon?")
        .onPartialResponse(piece -> {})
        .onCompleteResponse(response -> whole.complete(response.aiMessage().text()))
        .onError(whole::completeExceptionally)
        .start();
    System.out.println(whole.get(60, TimeUnit.SECONDS));

    List<String> pieces = streamed.flux("What flows?").collectList().block();
    System.out.println(String.join("", pieces));

    System.out.println(streamed.later("What comes later?").get(60, TimeUnit.SECONDS));

    Streamed failing = AiServices.create(Streamed.class, Models.streaming(arguments[0]));
    String failure =
        failing
            .later("What fails?")
            .handle((answer, error) -> error == null ? answer : error.getClass().getName())
            .get(60, TimeUnit.SECONDS);
    System.out.println(failure);
    // By now the callbacks of the stream before have returned.
    System.out.println(AiServices.create(Last.class, Models.chat(arguments[0])).word("over"));
  }

  /** Has the last word. */
  interface Last {
    String word(String text);
  }
}
