package com.example.koog;

import ai.koog.http.client.ktor.KtorKoogHttpClient;
import ai.koog.prompt.executor.clients.ConnectionTimeoutConfig;
import ai.koog.prompt.executor.clients.anthropic.AnthropicClientSettings;
import ai.koog.prompt.executor.clients.anthropic.AnthropicLLMClient;
import ai.koog.prompt.executor.clients.anthropic.AnthropicModels;
import ai.koog.prompt.executor.clients.openai.OpenAIClientSettings;
import ai.koog.prompt.executor.clients.openai.OpenAILLMClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.HttpClientEngineFactory;
import java.util.Map;
import kotlin.Unit;

/** Clients of models, over any of Ktor's engines. */
final class Clients {
  private Clients() {}

  static OpenAILLMClient openAi(String baseUrl, HttpClientEngineFactory<?> engine) {
    return new OpenAILLMClient(
        "secret",
        new OpenAIClientSettings(
            baseUrl,
            new ConnectionTimeoutConfig(),
            "v1/chat/completions",
            "v1/responses",
            "v1/embeddings",
            "v1/moderations",
            "v1/models"),
        new KtorKoogHttpClient.Factory(HttpClientKt.HttpClient(engine, config -> Unit.INSTANCE)));
  }

  static AnthropicLLMClient anthropic(String baseUrl, HttpClientEngineFactory<?> engine) {
    return new AnthropicLLMClient(
        "secret",
        new AnthropicClientSettings(
            Map.of(AnthropicModels.Haiku_4_5, "claude-haiku-4-5"),
            baseUrl,
            "2023-06-01",
            "v1/messages",
            "v1/models",
            new ConnectionTimeoutConfig()),
        new KtorKoogHttpClient.Factory(HttpClientKt.HttpClient(engine, config -> Unit.INSTANCE)));
  }
}
