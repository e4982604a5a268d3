package com.example.services;

import dev.langchain4j.service.TokenStream;
import dev.langchain4j.spi.services.TokenStreamAdapter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;

/** Lets AI services answer with a future, which LangChain4j by itself does not offer. */
public final class FutureAdapter implements TokenStreamAdapter {
  @Override
  public boolean canAdaptTokenStreamTo(Type type) {
    return type instanceof ParameterizedType parameterized
        && parameterized.getRawType() == CompletableFuture.class;
  }

  @Override
  public CompletableFuture<String> adapt(TokenStream stream) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    stream
        .onPartialResponse(piece -> {})
        .onCompleteResponse(response -> answer.complete(response.aiMessage().text()))
        .onError(answer::completeExceptionally)
        .start();
    return answer;
  }
}
