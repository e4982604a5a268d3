package com.example.providers;

import java.util.Map;
import java.util.Set;

/** Talks to OpenAI. */
public final class OpenAiApp {
  private OpenAiApp() {}

  public static void main(String[] arguments) throws Exception {
    Conversation.hold(
        new Provider(
            "dev.langchain4j.model.openai.OpenAiChatModel",
            "dev.langchain4j.model.openai.OpenAiStreamingChatModel",
            Map.of(
                "baseUrl",
                arguments[0] + "/v1",
                "apiKey",
                "sk-example",
                "modelName",
                "o4-mini",
                "maxCompletionTokens",
                2000,
                "seed",
                42,
                "serviceTier",
                "flex",
                "reasoningEffort",
                "high",
                "returnThinking",
                true),
            Models.old("dev.langchain4j.model.openai.OpenAiChatModel")
                ? Set.of("empty")
                : Set.of()));
  }
}
