package com.example.sdk;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Calls a model by Anthropic's SDK, which repeats requests that are refused. */
public final class AnthropicSdkApp {
  private AnthropicSdkApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    AnthropicClient client =
        AnthropicOkHttpClient.builder().apiKey("secret").baseUrl(arguments[1]).build();

    print(client.messages().create(chat("How is Lisbon?")));
    print(client.async().messages().create(chat("And then?")).get());
    streamed(client);
    streamedAsync(client);
    closedEarly(client);
    print(
        client
            .messages()
            .create(
                chat("The weather?").toBuilder()
                    .putAdditionalBodyProperty("tools", JsonValue.from(Tools.anthropic()))
                    .build()));
    print(client.messages().create(chat("again")));
    print(client.async().messages().create(chat("again, later")).get());
    fails(client, "status 400");
    fails(client, "status 429");

    client.close();
    System.exit(0); // threads of old versions outlive the client
  }

  private static MessageCreateParams chat(String question) {
    return MessageCreateParams.builder()
        .model("claude-sonnet-4-5")
        .maxTokens(100)
        .addUserMessage(question)
        .build();
  }

  private static void print(Message message) {
    System.out.println(message.content().get(0).isText() + " " + message.usage().inputTokens());
  }

  private static void streamed(AnthropicClient client) {
    try (StreamResponse<RawMessageStreamEvent> response =
            client.messages().createStreaming(chat("Tell me."));
        Stream<RawMessageStreamEvent> events = response.stream()) {
      System.out.println("events: " + events.count());
    }
  }

  private static void streamedAsync(AnthropicClient client) throws Exception {
    AsyncStreamResponse<RawMessageStreamEvent> response =
        client.async().messages().createStreaming(chat("Tell me later."));
    List<RawMessageStreamEvent> events = new ArrayList<>();
    response.subscribe(events::add);
    response.onCompleteFuture().get();
    System.out.println("events: " + events.size());
  }

  private static void closedEarly(AnthropicClient client) {
    try (StreamResponse<RawMessageStreamEvent> response =
        client.messages().createStreaming(chat("slow"))) {
      Iterator<RawMessageStreamEvent> events = response.stream().iterator();
      System.out.println("first: " + events.hasNext());
    }
  }

  private static void fails(AnthropicClient client, String question) throws InterruptedException {
    try {
      print(client.messages().create(chat(question)));
    } catch (AnthropicServiceException e) {
      System.out.println(e.getClass().getSimpleName() + " " + e.statusCode());
    }
    try {
      print(client.async().messages().create(chat(question)).get());
    } catch (ExecutionException e) {
      System.out.println(e.getCause().getClass().getSimpleName());
    }
  }
}
