package com.example.kernel;

import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.orchestration.InvocationContext;
import com.microsoft.semantickernel.services.chatcompletion.AuthorRole;
import com.microsoft.semantickernel.services.chatcompletion.ChatCompletionService;
import com.microsoft.semantickernel.services.chatcompletion.ChatHistory;
import com.microsoft.semantickernel.services.chatcompletion.ChatMessageContent;
import com.microsoft.semantickernel.services.chatcompletion.StreamingChatContent;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A model that says what it is told. */
final class EchoService implements ChatCompletionService {
  @Override
  public Mono<List<ChatMessageContent<?>>> getChatMessageContentsAsync(
      ChatHistory history, Kernel kernel, InvocationContext context) {
    return getChatMessageContentsAsync(said(history), kernel, context);
  }

  @Override
  public Mono<List<ChatMessageContent<?>>> getChatMessageContentsAsync(
      String prompt, Kernel kernel, InvocationContext context) {
    return prompt.contains("fail")
        ? Mono.error(new IllegalStateException("no voice"))
        : Mono.fromSupplier(
            () -> List.of(new ChatMessageContent<>(AuthorRole.ASSISTANT, prompt + "!")));
  }

  @Override
  public Flux<StreamingChatContent<?>> getStreamingChatMessageContentsAsync(
      ChatHistory history, Kernel kernel, InvocationContext context) {
    return getStreamingChatMessageContentsAsync(said(history), kernel, context);
  }

  @Override
  public Flux<StreamingChatContent<?>> getStreamingChatMessageContentsAsync(
      String prompt, Kernel kernel, InvocationContext context) {
    return Flux.fromArray(prompt.split(" ")).map(Piece::new);
  }

  @Override
  public String getModelId() {
    return "echo";
  }

  @Override
  public String getServiceId() {
    return "echo";
  }

  private static String said(ChatHistory history) {
    return history.getMessages().get(history.getMessages().size() - 1).getContent();
  }
}
