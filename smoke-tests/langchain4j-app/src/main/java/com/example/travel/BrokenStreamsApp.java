package com.example.travel;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Streams that end in every way but the good one. */
public final class BrokenStreamsApp {
  private final StreamingChatModel streaming;
  private final ChatModel chat;

  private BrokenStreamsApp(String baseUrl) {
    streaming = Models.streaming(baseUrl);
    chat = Models.chat(baseUrl);
  }

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    BrokenStreamsApp app = new BrokenStreamsApp(arguments[0]);
    for (String fault : new String[] {"cut", "malformed", "closed"}) {
      System.out.println(fault + ": " + app.end(fault));
    }
    app.breakAfterAnotherCall();
    app.breakInAnAgent();
    System.out.println("no answer in time: " + impatient(arguments[0]));
    if (Handles.available()) {
      System.out.println("empty: " + app.end("empty")); // older versions never tell the end
      app.cancelInACallback("stalled");
      app.cancelInACallback("tool call, stalled");
      app.cancelFromAnotherThread();
      app.cancelAnAgent();
    }
    LostStreams.run();
    SharedHandler.run();
  }

  /** How a stream ends; an end that is told twice counts once. */
  private String end(String question) throws Exception {
    Ending ending = new Ending(text -> {});
    streaming.chat(question, ending);
    return ending.await();
  }

  /** The break comes when a call that is made inside the stream has reached the server. */
  private void breakAfterAnotherCall() throws Exception {
    Ending ending =
        new Ending(
            text -> {
              System.out.println("piece:" + text);
              if (text.equals(" three")) {
                System.out.println("inside: " + chat.chat("ping"));
              }
            });
    streaming.chat("stalled", ending);
    System.out.println("then: " + ending.await());
  }

  private void breakInAnAgent() throws Exception {
    CompletableFuture<Throwable> error = new CompletableFuture<>();
    clock()
        .tell("stalled")
        .onPartialResponse(
            text -> {
              if (text.equals(" three")) {
                System.out.println("inside the agent: " + chat.chat("ping"));
              }
            })
        .onCompleteResponse(response -> error.complete(new AssertionError("complete")))
        .onError(error::complete)
        .start();
    System.out.println("agent: " + Ending.describe(error.get(60, TimeUnit.SECONDS)));
  }

  private static String impatient(String baseUrl) throws Exception {
    Ending ending = new Ending(text -> {});
    Models.impatientStreaming(baseUrl).chat("hang", ending);
    return ending.await();
  }

  private void cancelInACallback(String question) throws Exception {
    CompletableFuture<Object> cancelled = new CompletableFuture<>();
    StringBuilder arrived = new StringBuilder();
    BiConsumer<String, Object> pieces =
        (piece, handle) -> {
          arrived.append(piece);
          if (arrived.toString().endsWith(question.equals("stalled") ? " three" : "\"a")) {
            Handles.cancel(handle);
            cancelled.complete("cancelled after " + arrived);
          }
        };
    streaming.chat(question, Handles.handler(pieces, cancelled));
    System.out.println(question + ": " + cancelled.get(60, TimeUnit.SECONDS));
  }

  private void cancelFromAnotherThread() throws Exception {
    CompletableFuture<Object> handleOfThree = new CompletableFuture<>();
    CompletableFuture<Object> end = new CompletableFuture<>();
    BiConsumer<String, Object> pieces =
        (piece, handle) -> {
          if (piece.equals(" three")) {
            handleOfThree.complete(handle);
          }
        };
    streaming.chat("stalled", Handles.handler(pieces, end));
    Handles.cancel(handleOfThree.get(60, TimeUnit.SECONDS));
    System.out.println("cancelled from another thread");
  }

  private void cancelAnAgent() throws Exception {
    TokenStream stream = clock().tell("stalled");
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    BiConsumer<Object, Object> pieces =
        (piece, context) -> {
          if (Handles.call(piece, "text").equals(" three")) {
            Handles.cancel(Handles.call(context, "streamingHandle"));
            cancelled.complete("cancelled");
          }
        };
    TokenStream.class
        .getMethod("onPartialResponseWithContext", BiConsumer.class)
        .invoke(stream, pieces);
    stream.ignoreErrors().start();
    System.out.println("agent: " + cancelled.get(60, TimeUnit.SECONDS));
  }

  private Clock clock() {
    return AiServices.builder(Clock.class).streamingChatModel(streaming).build();
  }

  /** Waits for the first end of a stream. */
  private static final class Ending implements StreamingChatResponseHandler {
    private final java.util.function.Consumer<String> pieces;
    private final CompletableFuture<String> end = new CompletableFuture<>();

    Ending(java.util.function.Consumer<String> pieces) {
      this.pieces = pieces;
    }

    @Override
    public void onPartialResponse(String text) {
      pieces.accept(text);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      end.complete("complete: " + response.aiMessage().text());
    }

    @Override
    public void onError(Throwable error) {
      end.complete(describe(error));
    }

    static String describe(Throwable error) {
      return error.getClass().getName();
    }

    String await() throws Exception {
      return end.get(60, TimeUnit.SECONDS);
    }
  }
}
