package com.example.sdk;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Calls models by OpenAI's SDK, which repeats requests that are refused. */
public final class OpenAiSdkApp {
  /** More than the SDK's HTTP client sends to one host at a time. */
  private static final int AT_ONCE = 8;

  private OpenAiSdkApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    OpenAIClient client =
        OpenAIOkHttpClient.builder().apiKey("secret").baseUrl(arguments[0]).build();

    System.out.println(text(client.chat().completions().create(chat("How is Lisbon?"))));
    System.out.println(client.async().chat().completions().create(chat("And then?")).get().model());
    streamed(client);
    streamedAsync(client);
    closedEarly(client);
    System.out.println(text(client.chat().completions().create(withTool("The weather?"))));
    System.out.println(
        client
            .embeddings()
            .create(
                EmbeddingCreateParams.builder()
                    .model("text-embedding-3-small")
                    .input("tram")
                    .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
                    .build())
            .data()
            .size());
    System.out.println(text(client.chat().completions().create(chat("again"))));
    System.out.println(
        text(client.async().chat().completions().create(chat("again, later")).get()));
    fails(client, "status 400");
    fails(client, "status 429");
    System.out.println(manyAtOnce(client));

    client.close();
    System.exit(0); // threads of old versions outlive the client
  }

  static ChatCompletionCreateParams chat(String question) {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4o-mini")
        .addUserMessage(question)
        .build();
  }

  private static ChatCompletionCreateParams withTool(String question) {
    return chat(question).toBuilder()
        .putAdditionalBodyProperty("tools", JsonValue.from(Tools.openAi()))
        .build();
  }

  private static String text(ChatCompletion completion) {
    ChatCompletion.Choice choice = completion.choices().get(0);
    return choice.message().content().orElse("asks for " + choice.finishReason());
  }

  private static void streamed(OpenAIClient client) {
    try (StreamResponse<ChatCompletionChunk> response =
            client.chat().completions().createStreaming(chat("Tell me."));
        Stream<ChatCompletionChunk> chunks = response.stream()) {
      System.out.println("chunks: " + chunks.count());
    }
  }

  private static void streamedAsync(OpenAIClient client) throws Exception {
    AsyncStreamResponse<ChatCompletionChunk> response =
        client.async().chat().completions().createStreaming(chat("Tell me later."));
    List<ChatCompletionChunk> chunks = new ArrayList<>();
    response.subscribe(chunks::add);
    response.onCompleteFuture().get();
    System.out.println("chunks: " + chunks.size());
  }

  private static void closedEarly(OpenAIClient client) {
    try (StreamResponse<ChatCompletionChunk> response =
        client.chat().completions().createStreaming(chat("slow"))) {
      Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
      System.out.println("first: " + chunks.next().choices().size());
    }
  }

  private static void fails(OpenAIClient client, String question) throws InterruptedException {
    try {
      System.out.println(text(client.chat().completions().create(chat(question))));
    } catch (OpenAIServiceException e) {
      System.out.println(e.getClass().getSimpleName() + " " + e.statusCode());
    }
    try {
      System.out.println(client.async().chat().completions().create(chat(question)).get());
    } catch (ExecutionException e) {
      System.out.println(e.getCause().getClass().getSimpleName());
    }
  }

  private static int manyAtOnce(OpenAIClient client) {
    List<CompletableFuture<ChatCompletion>> calls = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      calls.add(client.async().chat().completions().create(chat("At once.")));
    }
    calls.forEach(CompletableFuture::join);
    return calls.size();
  }
}
