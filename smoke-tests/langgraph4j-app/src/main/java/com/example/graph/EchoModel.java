package com.example.graph;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/** A model that says what it is told. */
final class EchoModel implements ChatModel {
  @Override
  public ChatResponse doChat(ChatRequest request) {
    UserMessage said = (UserMessage) request.messages().get(0);
    return ChatResponse.builder().aiMessage(AiMessage.from(said.singleText() + "!")).build();
  }
}
