package com.example.springai;

import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.support.ToolCallbacks;

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
  }

  /** Says what it is told. */
  private static final class Parrot implements ChatModel {
    @Override
    public ChatResponse call(Prompt prompt) {
      return new ChatResponse(List.of(new Generation(new AssistantMessage(prompt.getContents()))));
    }
  }
}
