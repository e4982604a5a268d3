package com.example.newsroom;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/** The models of this program, all behind one base URL. */
final class Models {

  private Models() {}

  static ChatModel chat(String baseUrl) {
    return OpenAiChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey("sk-example")
        .modelName("gpt-4o-mini")
        .maxRetries(0)
        .build();
  }

  static StreamingChatModel streaming(String baseUrl) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey("sk-example")
        .modelName("gpt-4o-mini")
        .build();
  }
}
