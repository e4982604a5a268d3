package com.example.providers;

import java.util.Map;
import java.util.Set;

/** Talks to Gemini. */
public final class GeminiApp {
  private GeminiApp() {}

  public static void main(String[] arguments) throws Exception {
    Conversation.hold(
        new Provider(
            "dev.langchain4j.model.googleai.GoogleAiGeminiChatModel",
            "dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel",
            Map.of(
                "baseUrl",
                arguments[0] + "/v1beta",
                "apiKey",
                "AIza-example",
                "modelName",
                "gemini-2.5-flash",
                "maxOutputTokens",
                2000,
                "temperature",
                0.3,
                "seed",
                42,
                "returnThinking",
                true),
            Models.old("dev.langchain4j.model.googleai.GoogleAiGeminiChatModel")
                ? Set.of("hang")
                : Set.of()));
  }
}
