package com.example.springai;

import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** Answers that come in pieces. */
final class Streams {
  private final ChatClient guide;
  private final ChatModel model;

  Streams(ChatClient guide, ChatModel model) {
    this.guide = guide;
    this.model = model;
  }

  void read() {
    print(guide.prompt().user("How is the weather?").tools(new TownTools()).stream().content());
    Flux<String> prepared = guide.prompt().user("Hello?").stream().content();
    System.out.println("prepared");
    print(prepared);
    // All pieces that come before the server falls silent; up to 1.1 one of them is held back.
    int pieces = SpringAiApp.modelsCallTools() ? 3 : 4;
    print(guide.prompt().user("Tell it slowly.").stream().content().take(pieces));
    Flux<ChatResponse> responses = model.stream(new Prompt("Hello?"));
    System.out.println(responses.collectList().map(List::isEmpty).block());
    System.out.println(responses.collectList().map(List::isEmpty).block());
    print(guide.prompt().user("Please fail.").stream().content().onErrorReturn("failed"));
  }

  private static void print(Flux<String> pieces) {
    System.out.println(String.join("", pieces.collectList().blockOptional().orElseThrow()));
  }
}
