package com.example.newsroom;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;

/** Workflows with an agent that answers as a stream: to the workflow, and to the program. */
public final class EveningApp {

  private EveningApp() {}

  public interface Reader {
    @UserMessage("Tell a story about: {{article}}")
    @Agent(name = "reader", description = "Reads aloud", outputKey = "story")
    TokenStream read(@V("article") String article);
  }

  public interface Evening {
    @Agent(name = "evening", outputKey = "story")
    TokenStream tell(@V("topic") String topic, @V("words") int words);
  }

  public static void main(String[] arguments) throws Exception {
    Staff.Writer writer =
        AgenticServices.agentBuilder(Staff.Writer.class)
            .chatModel(Models.chat(arguments[0]))
            .outputKey("article")
            .build();
    Reader reader =
        AgenticServices.agentBuilder(Reader.class)
            .streamingChatModel(Models.streaming(arguments[0]))
            .build();

    UntypedAgent waiting =
        AgenticServices.sequenceBuilder()
            .name("waiting")
            .subAgents(writer, reader, new Layout())
            .output(scope -> scope.readState("story"))
            .build();
    System.out.println(
        waiting.invoke(Map.of("topic", "the tram", "words", 20, "headline", "Tram")));

    CompletableFuture<ChatResponse> response = new CompletableFuture<>();
    CompletableFuture<Thread> callback = new CompletableFuture<>();
    AgenticServices.sequenceBuilder(Evening.class)
        .subAgents(writer, reader)
        .build()
        .tell("the harbour", 80)
        .onPartialResponse(System.out::print)
        .onCompleteResponse(
            complete -> {
              System.out.println();
              callback.complete(Thread.currentThread());
              response.complete(complete);
            })
        .onError(response::completeExceptionally)
        .start();
    System.out.println("finished: " + response.get(60, TimeUnit.SECONDS).finishReason());
    awaitReturn(callback.get());
  }

  /** Waits until the callback has returned, or the program would end in the middle of it. */
  private static void awaitReturn(Thread thread) {
    if (thread instanceof ForkJoinWorkerThread worker) {
      worker.getPool().awaitQuiescence(60, TimeUnit.SECONDS);
    } else { // of a pool, which keeps it: it has returned when it waits for other work, or has
      // ended
      while (thread.getState() == Thread.State.RUNNABLE
          || thread.getState() == Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
    }
  }
}
