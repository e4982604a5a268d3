package com.example.mcpsdk;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.List;

/** A model without a server that wants to have tools called, one after the other. */
final class PlanningModel implements ChatModel {
  private final List<String> tools;

  PlanningModel(String... tools) {
    this.tools = List.of(tools);
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    List<String> results = new ArrayList<>();
    request.messages().stream()
        .filter(ToolExecutionResultMessage.class::isInstance)
        .forEach(message -> results.add(((ToolExecutionResultMessage) message).text()));
    AiMessage answer =
        results.size() == tools.size()
            ? AiMessage.from(String.join(" / ", results))
            : AiMessage.from(
                ToolExecutionRequest.builder()
                    .id("call-" + results.size())
                    .name(tools.get(results.size()))
                    .arguments("{}")
                    .build());
    return ChatResponse.builder().aiMessage(answer).build();
  }
}
