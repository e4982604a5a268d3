package com.example.mcp;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.List;

/** A model that has given tools called, all at once, and then says what it heard. */
final class ToolUser implements ChatModel {
  private final List<ToolExecutionRequest> calls = new ArrayList<>();

  ToolUser call(String tool, String arguments) {
    calls.add(
        ToolExecutionRequest.builder()
            .id("call_" + (calls.size() + 1))
            .name(tool)
            .arguments(arguments)
            .build());
    return this;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    List<String> heard = new ArrayList<>();
    for (ChatMessage message : request.messages()) {
      if (message instanceof ToolExecutionResultMessage result) {
        heard.add(result.text());
      }
    }
    AiMessage answer =
        heard.isEmpty() ? AiMessage.from(calls) : AiMessage.from(String.join(" + ", heard));
    return ChatResponse.builder().aiMessage(answer).build();
  }
}
