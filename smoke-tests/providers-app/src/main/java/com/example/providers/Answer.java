package com.example.providers;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A streamed answer: its text or its failure, once it has ended. */
final class Answer implements StreamingChatResponseHandler {
  private final CompletableFuture<String> end = new CompletableFuture<>();

  @Override
  public void onPartialResponse(String piece) {}

  @Override
  public void onCompleteResponse(ChatResponse response) {
    end.complete(response.aiMessage().text() + " (" + response.finishReason() + ")");
  }

  @Override
  public void onError(Throwable error) {
    end.completeExceptionally(error);
  }

  String await() throws InterruptedException, TimeoutException {
    try {
      return end.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return Conversation.describe(e.getCause());
    }
  }
}
