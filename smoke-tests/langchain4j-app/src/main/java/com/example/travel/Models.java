package com.example.travel;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;

/** The models of this program, all behind one base URL. */
final class Models {

  private static final String API_KEY = "sk-example";
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Duration SHORT_TIMEOUT = Duration.ofMillis(300);

  private Models() {}

  static ChatModel chat(String baseUrl) {
    return OpenAiChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName("gpt-4o-mini")
        .temperature(0.2)
        .maxTokens(800)
        .timeout(TIMEOUT)
        .maxRetries(0)
        .build();
  }

  /** A model that is not waited for long. */
  static ChatModel impatient(String baseUrl) {
    return OpenAiChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName("gpt-4o-mini")
        .timeout(SHORT_TIMEOUT)
        .maxRetries(0)
        .build();
  }

  /** The same for streams. */
  static StreamingChatModel impatientStreaming(String baseUrl) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName("gpt-4o-mini")
        .timeout(SHORT_TIMEOUT)
        .build();
  }

  static ChatModel reasoning(String baseUrl) {
    return OpenAiChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName("o4-mini")
        .maxCompletionTokens(2_000)
        .timeout(TIMEOUT)
        .maxRetries(0)
        .build();
  }

  static StreamingChatModel streaming(String baseUrl) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName("gpt-4o-mini")
        .temperature(0.7)
        .timeout(TIMEOUT)
        .build();
  }
}
