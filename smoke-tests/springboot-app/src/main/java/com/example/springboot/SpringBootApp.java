package com.example.springboot;

import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Asks an agent whose parts are beans, and has a second answer streamed. */
@SpringBootApplication
public class SpringBootApp {

  /** Runs the program; needs {@code --llm=<base URL>}. */
  public static void main(String[] arguments) {
    System.exit(SpringApplication.exit(SpringApplication.run(SpringBootApp.class, arguments)));
  }

  @Bean
  ChatMemoryProvider memories() {
    return id -> MessageWindowChatMemory.builder().id(id).maxMessages(10).build();
  }

  @Bean
  CommandLineRunner program(Assistant assistant) {
    return arguments -> {
      System.out.println(SpringBootApp.class.getClassLoader().getClass().getSimpleName());
      System.out.println(assistant.ask("user-7", "What time is it in Lisbon?"));

      CompletableFuture<ChatResponse> response = new CompletableFuture<>();
      assistant
          .tell("user-8", "What time is it in Lisbon?")
          .onPartialResponse(text -> System.out.print(text + "|"))
          .onToolExecuted(execution -> System.out.println("tool: " + execution.result()))
          .onCompleteResponse(
              complete -> {
                System.out.println();
                response.complete(complete);
              })
          .onError(response::completeExceptionally)
          .start();
      System.out.println("finished: " + response.get(60, TimeUnit.SECONDS).finishReason());
    };
  }
}
