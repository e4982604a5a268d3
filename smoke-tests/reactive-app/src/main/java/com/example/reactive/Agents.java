package com.example.reactive;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;

/** Agents that call the tool "relay" once, and the model that tools ask. */
final class Agents {
  private static final ChatModel ECHO = new EchoModel();

  private Agents() {}

  /** An agent. */
  interface Runner {
    String run(String task);
  }

  static String run(Object tools, String task) {
    return AiServices.builder(Runner.class)
        .chatModel(new RelayModel())
        .tools(tools)
        .build()
        .run(task);
  }

  /** Runs on a thread of its own, which is never the main one, however fast the timers are. */
  static void elsewhere(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join();
  }

  static String ask(String text) {
    return ECHO.chat(text);
  }

  /** A model that has the tool called once, and then is content. */
  private static final class RelayModel implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      boolean answered =
          request.messages().get(request.messages().size() - 1)
              instanceof ToolExecutionResultMessage;
      AiMessage answer =
          answered
              ? AiMessage.from("done")
              : AiMessage.from(
                  ToolExecutionRequest.builder()
                      .id("call_1")
                      .name("relay")
                      .arguments("{}")
                      .build());
      return ChatResponse.builder().aiMessage(answer).build();
    }
  }
}
