package com.example.vendors;

import com.azure.ai.openai.OpenAIAsyncClient;
import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.RetryPolicy;
import java.time.Duration;
import java.util.List;

/** Calls models of Azure by its SDK, which repeats requests that are refused. */
final class AzureOpenAi {
  private static final String DEPLOYMENT = "gpt-4o-mini";

  private AzureOpenAi() {}

  static void run(String url) throws Exception {
    OpenAIClient client = builder(url, new JdkHttpClientBuilder().build()).buildClient();
    OpenAIAsyncClient async =
        builder(url, new OkHttpAsyncHttpClientBuilder().build()).buildAsyncClient();

    print(client.getChatCompletions(DEPLOYMENT, chat("How is Lisbon?")));
    print(async.getChatCompletions(DEPLOYMENT, chat("Later?")).block());
    System.out.println(
        client.getChatCompletionsStream(DEPLOYMENT, chat("Tell me.")).stream().count());
    System.out.println(
        async.getChatCompletionsStream(DEPLOYMENT, chat("Tell later.")).count().block());
    VendorsApp.fails(() -> client.getChatCompletions(DEPLOYMENT, chat("status 400")));
    VendorsApp.fails(() -> client.getChatCompletions(DEPLOYMENT, chat("status 429")));
    VendorsApp.fails(() -> async.getChatCompletions(DEPLOYMENT, chat("status 429, later")).block());
  }

  /** With a pipeline of one's own, for the builder's has keys sent by HTTPS alone. */
  private static OpenAIClientBuilder builder(String url, HttpClient http) {
    HttpPipeline pipeline =
        new HttpPipelineBuilder()
            .policies(new RetryPolicy(new FixedDelay(2, Duration.ofMillis(1))))
            .httpClient(http)
            .build();
    return new OpenAIClientBuilder().endpoint(url).pipeline(pipeline);
  }

  private static ChatCompletionsOptions chat(String question) {
    return new ChatCompletionsOptions(List.of(new ChatRequestUserMessage(question)));
  }

  private static void print(ChatCompletions completions) {
    System.out.println(completions.getChoices().get(0).getMessage().getContent());
  }
}
