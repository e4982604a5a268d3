package com.example.reactive;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/**
 * A model of the application's own, which overrides chat itself and answers with what it was asked.
 */
final class EchoModel implements ChatModel {
  @Override
  public ChatResponse chat(ChatRequest request) {
    UserMessage last = (UserMessage) request.messages().get(request.messages().size() - 1);
    return ChatResponse.builder().aiMessage(AiMessage.from(last.singleText())).build();
  }
}
