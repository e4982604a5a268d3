package com.example.programs;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.io.IOException;

/** A model says half an answer, and nothing more before stdin is closed. */
public final class SilentApp {

  private SilentApp() {}

  public static void main(String[] arguments) throws IOException {
    Slow model = new Slow();
    model.chat(
        "Are you there?",
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String text) {
            System.out.println("piece: " + text);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            System.out.println("complete: " + response.aiMessage().text());
          }

          @Override
          public void onError(Throwable error) {
            System.out.println("error: " + error);
          }
        });
    System.in.read();
    model.handler.onCompleteResponse(
        ChatResponse.builder().aiMessage(AiMessage.from("half an answer")).build());
  }

  private static final class Slow implements StreamingChatModel {
    StreamingChatResponseHandler handler;

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler answer) {
      handler = answer;
      answer.onPartialResponse("half an ");
    }
  }
}
