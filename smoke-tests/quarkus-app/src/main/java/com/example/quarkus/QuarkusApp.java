package com.example.quarkus;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Asks an agent; has another answer streamed; and has one streamed that an event loop asks for. */
@QuarkusMain
public class QuarkusApp implements QuarkusApplication {
  private static final String QUESTION = "What time is it in Lisbon?";

  @Inject Assistant assistant;
  @Inject Vertx vertx;

  @Override
  public int run(String... arguments) throws Exception {
    System.out.println(assistant.ask("user-7", QUESTION));
    System.out.println(
        assistant.tell("user-8", QUESTION).subscribe().asStream().collect(Collectors.joining("|")));

    CompletableFuture<String> answer = new CompletableFuture<>();
    vertx
        .getOrCreateContext()
        .runOnContext(
            ignored ->
                assistant
                    .tell("user-9", QUESTION)
                    .collect()
                    .with(Collectors.joining("|"))
                    .subscribe()
                    .with(answer::complete, answer::completeExceptionally));
    System.out.println(answer.get(60, TimeUnit.SECONDS));
    return 0;
  }
}
