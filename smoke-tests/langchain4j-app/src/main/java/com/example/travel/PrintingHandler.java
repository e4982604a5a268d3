package com.example.travel;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Prints a streamed answer as it arrives. */
final class PrintingHandler implements StreamingChatResponseHandler {

  private final CompletableFuture<ChatResponse> response = new CompletableFuture<>();

  @Override
  public void onPartialResponse(String text) {
    System.out.print(text);
    System.out.flush();
  }

  @Override
  public void onCompleteResponse(ChatResponse completeResponse) {
    System.out.println();
    response.complete(completeResponse);
  }

  @Override
  public void onError(Throwable error) {
    response.completeExceptionally(error);
  }

  ChatResponse await() throws InterruptedException, ExecutionException, TimeoutException {
    return response.get(60, TimeUnit.SECONDS);
  }
}
