package com.example.providers;

import java.util.Map;
import java.util.Set;

/** Talks to Mistral. */
public final class MistralApp {
  private MistralApp() {}

  public static void main(String[] arguments) throws Exception {
    Conversation.hold(
        new Provider(
            "dev.langchain4j.model.mistralai.MistralAiChatModel",
            "dev.langchain4j.model.mistralai.MistralAiStreamingChatModel",
            Map.of(
                "baseUrl",
                arguments[0] + "/mistral/v1",
                "apiKey",
                "example",
                "modelName",
                "mistral-large-latest",
                "maxTokens",
                2000,
                "randomSeed",
                42,
                "returnThinking",
                true),
            Models.old("dev.langchain4j.model.mistralai.MistralAiChatModel")
                ? Set.of("hang")
                : Set.of()));
  }
}
