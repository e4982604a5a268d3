package com.example.travel;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One handler for two streams at once, of a model that does without the library's own handler. */
final class SharedHandler {

  private SharedHandler() {}

  static void run() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    InStep model = new InStep(threads);
    Counting handler = new Counting();
    model.chat("left", handler);
    model.chat("right", handler);
    threads.shutdown();
    threads.awaitTermination(60, TimeUnit.SECONDS);
    System.out.println("completed: " + handler.completed);
  }

  /** Repeats what it is told twice, two streams in step, each on a thread of a pool. */
  private static final class InStep implements StreamingChatModel {
    private final ExecutorService threads;
    private final Phaser steps = new Phaser(2);

    InStep(ExecutorService threads) {
      this.threads = threads;
    }

    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
      String word = ((UserMessage) request.messages().get(0)).singleText();
      threads.execute(
          () -> {
            steps.arriveAndAwaitAdvance();
            handler.onPartialResponse(word + " ");
            steps.arriveAndAwaitAdvance();
            handler.onPartialResponse(word);
            steps.arriveAndAwaitAdvance();
            handler.onCompleteResponse(
                ChatResponse.builder().aiMessage(AiMessage.from(word + " " + word)).build());
          });
    }
  }

  private static final class Counting implements StreamingChatResponseHandler {
    final AtomicInteger completed = new AtomicInteger();

    @Override
    public void onPartialResponse(String text) {}

    @Override
    public void onCompleteResponse(ChatResponse response) {
      completed.incrementAndGet();
    }

    @Override
    public void onError(Throwable error) {}
  }
}
