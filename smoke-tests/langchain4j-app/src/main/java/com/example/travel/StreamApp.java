package com.example.travel;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Streams an answer that needs a tool, then one straight from the model. */
public final class StreamApp {

  private StreamApp() {}

  public static void main(String[] arguments) throws Exception {
    StreamingChatModel model = Models.streaming(arguments[0]);
    Clock clock =
        AiServices.builder(Clock.class)
            .streamingChatModel(model)
            .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
            .tools(new ClockTools())
            .build();

    CompletableFuture<ChatResponse> response = new CompletableFuture<>();
    clock
        .tell("What time is it in Lisbon?")
        .onPartialResponse(System.out::print)
        .onToolExecuted(execution -> System.out.println("tool: " + execution.request().name()))
        .onCompleteResponse(
            complete -> {
              System.out.println();
              response.complete(complete);
            })
        .onError(response::completeExceptionally)
        .start();
    System.out.println("finished: " + response.get(60, TimeUnit.SECONDS).finishReason());

    PrintingHandler handler = new PrintingHandler();
    model.chat("How does a stream arrive?", handler);
    System.out.println("finished: " + handler.await().finishReason());
  }
}
