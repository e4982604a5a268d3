package com.example.entry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** A model that is asked over bare HTTP. */
final class Model {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI uri;

  Model(String baseUrl) {
    this.uri = URI.create(baseUrl + "/chat/completions");
  }

  String ask(String question) throws IOException {
    try {
      return answer(client.send(request(question), HttpResponse.BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  CompletableFuture<String> askLater(String question) {
    return client
        .sendAsync(request(question), HttpResponse.BodyHandlers.ofString())
        .thenApply(Model::answer);
  }

  private HttpRequest request(String question) {
    String body =
        "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\""
            + question
            + "\"}]}";
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String answer(HttpResponse<String> response) {
    String body = response.body();
    int start = body.indexOf("\"content\":\"") + "\"content\":\"".length();
    return body.substring(start, body.indexOf('"', start));
  }
}
