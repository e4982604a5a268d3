package com.example.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A model of OpenAI's that is asked without a library, and a server of this process that answers as
 * it does. {@link HttpURLConnection} does all of its work on the calling thread.
 */
final class HttpModel implements AutoCloseable {
  private static final String REQUEST =
      "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"system\",\"content\":\""
          + Texts.SYSTEM
          + "\"},{\"role\":\"user\",\"content\":\""
          + Texts.QUESTION
          + "\"}]}";
  private static final byte[] ANSWER =
      ("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"model\":\"gpt-4o-mini-2024-07-18\","
              + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
              + Texts.ANSWER
              + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":250,"
              + "\"completion_tokens\":260,\"total_tokens\":510}}")
          .getBytes(UTF_8);

  private final HttpServer server;
  private final URL url;
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;

  HttpModel() {
    // Or each answer would wait for an acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/chat/completions",
          exchange -> {
            try (exchange;
                InputStream question = exchange.getRequestBody()) {
              question.readAllBytes();
              exchange.getResponseHeaders().set("Content-Type", "application/json");
              exchange.sendResponseHeaders(200, ANSWER.length);
              exchange.getResponseBody().write(ANSWER);
            }
          });
      server.start();
      URI uri =
          URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat/completions");
      url = uri.toURL();
      request =
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(REQUEST))
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int askByUrlConnection() {
    try {
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(REQUEST.getBytes(UTF_8));
      }
      try (InputStream in = connection.getInputStream()) {
        return in.readAllBytes().length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int askByHttpClient() {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body().length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
