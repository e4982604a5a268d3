package com.example.calls;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;

/** A model that answers from memory. Wherever a tool is offered, it asks for it first. */
final class CannedModel implements ChatModel {
  @Override
  public ChatResponse doChat(ChatRequest request) {
    List<?> tools = request.toolSpecifications();
    boolean asksForTool =
        tools != null
            && !tools.isEmpty()
            && !(request.messages().get(request.messages().size() - 1)
                instanceof ToolExecutionResultMessage);
    return ChatResponse.builder()
        .aiMessage(asksForTool ? toolCall() : AiMessage.from(Texts.ANSWER))
        .id("chatcmpl-1")
        .modelName("canned")
        .tokenUsage(new TokenUsage(250, 260))
        .finishReason(asksForTool ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
        .build();
  }

  private static AiMessage toolCall() {
    return AiMessage.from(
        ToolExecutionRequest.builder()
            .id("call_1")
            .name("get_weather")
            .arguments("{\"city\":\"Lisbon\"}")
            .build());
  }
}
