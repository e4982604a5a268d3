package com.example.sdk;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.util.stream.Stream;

/** One call after the other by OpenAI's SDK, with all that a request can say of the model. */
public final class EveryParameterApp {
  private EveryParameterApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    OpenAIClient client =
        OpenAIOkHttpClient.builder().apiKey("secret").baseUrl(arguments[0]).build();

    System.out.println(client.chat().completions().create(chat("How is Lisbon?")).model());
    System.out.println(client.async().chat().completions().create(chat("And then?")).get().model());
    System.out.println(client.chat().completions().create(withTool("The weather?")).model());
    streamed(client);
    embedded(client);
    try {
      System.out.println(client.chat().completions().create(chat("status 400")));
    } catch (OpenAIServiceException e) {
      System.out.println(e.statusCode());
    }

    client.close();
    System.exit(0); // threads of old versions outlive the client
  }

  private static ChatCompletionCreateParams chat(String question) {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4o-mini")
        .addSystemMessage("Answer briefly.")
        .addUserMessage(question)
        .temperature(0.5)
        .topP(0.9)
        .maxCompletionTokens(200)
        .frequencyPenalty(0.1)
        .presencePenalty(0.2)
        .seed(42)
        .stop("END")
        .build();
  }

  private static ChatCompletionCreateParams withTool(String question) {
    return chat(question).toBuilder()
        .putAdditionalBodyProperty("tools", JsonValue.from(Tools.openAi()))
        .build();
  }

  private static void streamed(OpenAIClient client) {
    ChatCompletionCreateParams request =
        chat("Tell me.").toBuilder()
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();
    try (StreamResponse<ChatCompletionChunk> response =
            client.chat().completions().createStreaming(request);
        Stream<ChatCompletionChunk> chunks = response.stream()) {
      System.out.println("chunks: " + chunks.count());
    }
  }

  private static void embedded(OpenAIClient client) {
    EmbeddingCreateParams request =
        EmbeddingCreateParams.builder()
            .model("text-embedding-3-small")
            .input("tram")
            .dimensions(3)
            .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
            .build();
    System.out.println(client.embeddings().create(request).data().size());
  }
}
