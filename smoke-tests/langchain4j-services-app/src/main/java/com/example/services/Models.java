package com.example.services;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.util.Set;

/** The models of these programs, all behind one base URL. */
final class Models {
  private static final String API_KEY = "sk-example";
  private static final String NAME = "gpt-4o-mini";
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private Models() {}

  static ChatModel chat(String baseUrl) {
    return builder(baseUrl).build();
  }

  /** A model that is held to a JSON schema. */
  static ChatModel strict(String baseUrl) {
    return builder(baseUrl)
        .supportedCapabilities(Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA))
        .strictJsonSchema(true)
        .build();
  }

  static StreamingChatModel streaming(String baseUrl) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName(NAME)
        .timeout(TIMEOUT)
        .build();
  }

  private static OpenAiChatModel.OpenAiChatModelBuilder builder(String baseUrl) {
    return OpenAiChatModel.builder()
        .baseUrl(baseUrl)
        .apiKey(API_KEY)
        .modelName(NAME)
        .timeout(TIMEOUT)
        .maxRetries(0);
  }
}
