package com.example.travel;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Meets every kind of failure and prints what arrives at the caller. */
public final class ErrorApp {

  private ErrorApp() {}

  public static void main(String[] arguments) throws Exception {
    String baseUrl = arguments[0];
    ChatModel model = Models.chat(baseUrl);
    for (int status : new int[] {500, 429, 401}) {
      System.out.println(status + ": " + describe(failure(model, "Answer with status " + status)));
    }
    Throwable streamed = failure(Models.streaming(baseUrl), "Answer with status 500");
    System.out.println("500 while streaming: " + describe(streamed));

    IllegalStateException thrown = new IllegalStateException("the one and only");
    Critic critic =
        AiServices.builder(Critic.class).chatModel(BrokenModels.inModel(thrown)).build();
    printIdentity("HTTP client", thrown, failure(BrokenModels.inHttpClient(thrown), "Hi"));
    printIdentity("model", thrown, failure(BrokenModels.inModel(thrown), "Hi"));
    printIdentity("streaming model", thrown, failure(BrokenModels.inStreamingModel(thrown), "Hi"));
    printIdentity("stream", thrown, failure(BrokenModels.inStream(thrown), "Hi"));
    printIdentity("agent", thrown, failure(() -> critic.review("Stay at home.")));
  }

  private static Throwable failure(ChatModel model, String message) {
    return failure(() -> model.chat(message));
  }

  private static Throwable failure(StreamingChatModel model, String message) throws Exception {
    CompletableFuture<Throwable> error = new CompletableFuture<>();
    try {
      model.chat(
          message,
          new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String text) {
              System.out.println("piece: " + text);
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
              error.completeExceptionally(new AssertionError("an error was expected"));
            }

            @Override
            public void onError(Throwable failure) {
              error.complete(failure);
            }
          });
    } catch (RuntimeException e) {
      return e;
    }
    return error.get(60, TimeUnit.SECONDS);
  }

  private static Throwable failure(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("an error was expected");
  }

  private static void printIdentity(String layer, Throwable thrown, Throwable caught) {
    System.out.println(layer + ": " + describe(caught) + ", same instance: " + (caught == thrown));
  }

  private static String describe(Throwable caught) {
    return caught.getClass().getName() + ": " + caught.getMessage();
  }
}
