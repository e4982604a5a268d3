package com.example.koog;

import ai.koog.http.client.ktor.KtorKoogHttpClient;
import ai.koog.prompt.executor.clients.ConnectionTimeoutConfig;
import ai.koog.prompt.executor.clients.openai.OpenAIClientSettings;
import ai.koog.prompt.executor.clients.openai.OpenAILLMClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.HttpClientEngineFactory;
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
}
