package com.example.springai;

import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.model.StreamingChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.image.ImageMessage;
import org.springframework.ai.image.ImageModel;
import org.springframework.ai.image.ImagePrompt;
import org.springframework.ai.image.ImageResponse;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.support.ToolCallbacks;
import reactor.core.publisher.Flux;

/** Models without a chat client around them, and one of the program's own. */
final class Models {
  private final ChatModel model;

  Models(ChatModel model) {
    this.model = model;
  }

  void ask() {
    System.out.println(model.call("Hello?"));
    if (SpringAiApp.modelsCallTools()) {
      ToolCallingChatOptions tools =
          ToolCallingChatOptions.builder()
              .model("gpt-4o-mini")
              .toolCallbacks(ToolCallbacks.from(new TownTools()))
              .build();
      System.out.println(
          model.call(new Prompt("How is the weather?", tools)).getResult().getOutput().getText());
      System.out.println(model.stream(new Prompt("How is the weather?", tools)).count().block());
    }
    ChatModel parrot = new Parrot();
    System.out.println(parrot.call("Hello?"));
    StreamingChatModel echo = new Echo();
    System.out.println(echo.stream("Hello?").collectList().block());
    System.out.println(new Canvas().call(new SecretPrompt()).getResults().size());
    EmbeddingModel lengths = new Lengths();
    System.out.println(lengths.embed("Hello?").length);
  }

  /** Says what it is told. */
  private static final class Parrot implements ChatModel {
    @Override
    public ChatResponse call(Prompt prompt) {
      return new ChatResponse(List.of(new Generation(new AssistantMessage(prompt.getContents()))));
    }
  }

  /** Says it twice. */
  private static final class Echo implements StreamingChatModel {
    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
      ChatResponse answer =
          new ChatResponse(List.of(new Generation(new AssistantMessage(prompt.getContents()))));
      return Flux.just(answer, answer);
    }
  }

  /** Paints nothing. */
  private static final class Canvas implements ImageModel {
    @Override
    public ImageResponse call(ImagePrompt prompt) {
      return new ImageResponse(List.of());
    }
  }

  /** Tells nobody what it is. */
  private static final class SecretPrompt extends ImagePrompt {
    SecretPrompt() {
      super("A boat");
    }

    @Override
    public List<ImageMessage> getInstructions() {
      throw new IllegalStateException("secret");
    }
  }

  /** Knows no more of a text than how long it is. */
  private static final class Lengths implements EmbeddingModel {
    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
      return new EmbeddingResponse(
          request.getInstructions().stream()
              .map(text -> new Embedding(new float[] {text.length()}, 0))
              .toList());
    }

    @Override
    public float[] embed(Document document) {
      return embed(String.valueOf(document.getText()));
    }
  }
}
