package com.example.vendors;

import com.cohere.api.AsyncCohere;
import com.cohere.api.Cohere;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.UserMessageV2;
import com.cohere.api.types.UserMessageV2Content;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;

/** Calls models of Cohere by its SDK, through a proxy that answers in its place. */
final class CohereJava {
  private static final String MODEL = "command-a-03-2025";
  private static final String COHERE = "http://api.cohere.com";

  private CohereJava() {}

  static void run(String url) throws Exception {
    URI proxy = URI.create(url);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .proxy(
                new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort())))
            .build();
    Cohere cohere = Cohere.builder().token("none").url(COHERE).httpClient(http).build();
    AsyncCohere async = AsyncCohere.builder().token("none").url(COHERE).httpClient(http).build();

    print(cohere.v2().chat(chat("How is Lisbon?")));
    print(async.v2().chat(chat("Later?")).get());
    System.out.println(
        StreamSupport.stream(
                cohere
                    .v2()
                    .chatStream(
                        V2ChatStreamRequest.builder()
                            .model(MODEL)
                            .messages(messages("Tell me."))
                            .build())
                    .spliterator(),
                false)
            .count());
    VendorsApp.fails(() -> cohere.v2().chat(chat("status 400")));
  }

  private static V2ChatRequest chat(String question) {
    return V2ChatRequest.builder().model(MODEL).messages(messages(question)).build();
  }

  private static List<ChatMessageV2> messages(String question) {
    return List.of(
        ChatMessageV2.user(
            UserMessageV2.builder().content(UserMessageV2Content.of(question)).build()));
  }

  private static void print(V2ChatResponse response) {
    System.out.println(response.getMessage().getContent().isPresent());
  }
}
