package com.example.providers;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is talked about with every provider, and prints what comes back. */
final class Conversation {
  private static final String TOOL_QUESTION = "How is the weather in Lisbon?";

  private Conversation() {}

  static void hold(Provider provider) throws Exception {
    ChatModel chat = provider.chat();
    StreamingChatModel streaming = provider.streaming();
    for (String question : List.of("Say hello.", "Think about it.")) {
      ChatResponse response =
          chat.chat(
              ChatRequest.builder()
                  .messages(SystemMessage.from("Be short."), UserMessage.from(question))
                  .build());
      System.out.println(response.aiMessage().text() + " (" + response.finishReason() + ")");
      System.out.println(streamed(streaming, question));
    }
    useTool(chat, streaming);
    fail(provider, chat, streaming);
    System.exit(0); // the threads of old HTTP clients would stay for another minute
  }

  private static void useTool(ChatModel chat, StreamingChatModel streaming) throws Exception {
    Guide guide =
        AiServices.builder(Guide.class)
            .chatModel(chat)
            .streamingChatModel(streaming)
            .tools(new Weather())
            .build();
    System.out.println(guide.answer(TOOL_QUESTION));
    CompletableFuture<String> end = new CompletableFuture<>();
    guide.stream(TOOL_QUESTION)
        .onPartialResponse(piece -> {})
        .onCompleteResponse(response -> end.complete(response.aiMessage().text()))
        .onError(end::completeExceptionally)
        .start();
    System.out.println(end.get(60, TimeUnit.SECONDS));
  }

  private static void fail(Provider provider, ChatModel chat, StreamingChatModel streaming)
      throws Exception {
    for (String fault :
        List.of("429", "500", "401", "slow", "cut", "malformed", "empty", "closed")) {
      System.out.println(fault + ": " + answered(chat, "Fault: " + fault));
      if (!provider.leftOut().contains(fault)) {
        System.out.println(fault + ", streamed: " + streamed(streaming, "Fault: " + fault));
      }
    }
    if (!provider.leftOut().contains("hang")) {
      System.out.println("hang: " + answered(provider.impatient(), "Fault: hang"));
      System.out.println(
          "hang, streamed: " + streamed(provider.impatientStreaming(), "Fault: hang"));
    }
    System.out.println("500, tried twice: " + answered(provider.retrying(1), "Fault: 500"));
  }

  private static String answered(ChatModel model, String question) {
    try {
      return model.chat(question);
    } catch (RuntimeException e) {
      return describe(e);
    }
  }

  private static String streamed(StreamingChatModel model, String question) throws Exception {
    Answer answer = new Answer();
    try {
      model.chat(question, answer);
    } catch (RuntimeException e) {
      return "thrown: " + describe(e);
    }
    return answer.await();
  }

  static String describe(Throwable error) {
    String message = String.valueOf(error.getMessage());
    return error.getClass().getName() + ": " + message.replaceAll("@[0-9a-f]{4,8}", "@<hash>");
  }
}
