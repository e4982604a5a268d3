package com.example.travel;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Map;

/**
 * A model of the application's own that answers by what it finds in the question.
 *
 * @param answers by a piece of the question
 */
record ScriptedModel(Map<String, String> answers) implements ChatModel {
  @Override
  public ChatResponse doChat(ChatRequest request) {
    String messages = request.messages().toString();
    String answer =
        answers.entrySet().stream()
            .filter(entry -> messages.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("I do not know.");
    return ChatResponse.builder().aiMessage(AiMessage.from(answer)).build();
  }
}
