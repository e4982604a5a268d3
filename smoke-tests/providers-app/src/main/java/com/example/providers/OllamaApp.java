package com.example.providers;

import java.util.Map;
import java.util.Set;

/** Talks to Ollama. */
public final class OllamaApp {
  private OllamaApp() {}

  public static void main(String[] arguments) throws Exception {
    Conversation.hold(
        new Provider(
            "dev.langchain4j.model.ollama.OllamaChatModel",
            "dev.langchain4j.model.ollama.OllamaStreamingChatModel",
            Map.of(
                "baseUrl",
                arguments[0],
                "modelName",
                "qwen3:8b",
                "numPredict",
                2000,
                "topP",
                0.9,
                "seed",
                42,
                "think",
                true,
                "returnThinking",
                true),
            Models.old("dev.langchain4j.model.ollama.OllamaChatModel")
                ? Set.of("malformed", "empty")
                : Set.of("malformed")));
  }
}
