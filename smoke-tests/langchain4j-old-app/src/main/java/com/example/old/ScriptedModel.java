package com.example.old;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.StreamingResponseHandler;
import dev.langchain4j.model.chat.ChatLanguageModel;
import dev.langchain4j.model.chat.StreamingChatLanguageModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/** A model of the application's own that has the tool called once, and then says what it got. */
final class ScriptedModel implements ChatLanguageModel, StreamingChatLanguageModel {
  @Override
  public Response<AiMessage> generate(List<ChatMessage> messages) {
    ChatMessage last = messages.get(messages.size() - 1);
    return Response.from(
        last instanceof ToolExecutionResultMessage result
            ? AiMessage.from(result.text())
            : AiMessage.from(
                ToolExecutionRequest.builder()
                    .id("call_1")
                    .name("get_time")
                    .arguments("{\"city\":\"Lisbon\"}")
                    .build()));
  }

  @Override
  public Response<AiMessage> generate(List<ChatMessage> messages, List<ToolSpecification> tools) {
    return generate(messages);
  }

  @Override
  public void generate(List<ChatMessage> messages, StreamingResponseHandler<AiMessage> handler) {
    Response<AiMessage> response = generate(messages);
    if (response.content().text() != null) {
      handler.onNext(response.content().text());
    }
    handler.onComplete(response);
  }

  @Override
  public void generate(
      List<ChatMessage> messages,
      List<ToolSpecification> tools,
      StreamingResponseHandler<AiMessage> handler) {
    generate(messages, handler);
  }
}
