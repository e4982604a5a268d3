package com.example.providers;

import java.util.Map;
import java.util.Set;

/** Talks to Anthropic. */
public final class AnthropicApp {
  private AnthropicApp() {}

  public static void main(String[] arguments) throws Exception {
    Conversation.hold(
        new Provider(
            "dev.langchain4j.model.anthropic.AnthropicChatModel",
            "dev.langchain4j.model.anthropic.AnthropicStreamingChatModel",
            Map.of(
                "baseUrl",
                arguments[0] + "/v1/",
                "apiKey",
                "sk-ant-example",
                "modelName",
                "claude-sonnet-4-5",
                "maxTokens",
                2000,
                "topK",
                40,
                "cacheSystemMessages",
                true,
                "thinkingType",
                "enabled",
                "thinkingBudgetTokens",
                1024,
                "returnThinking",
                true),
            Models.old("dev.langchain4j.model.anthropic.AnthropicChatModel")
                ? Set.of("hang")
                : Set.of()));
  }
}
