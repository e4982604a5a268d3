package com.example.programs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;

/**
 * Makes one request of every kind with one client after the other, and prints all that a program
 * can see of the responses.
 */
public final class PassThrough {
  private static final List<String> KINDS =
      List.of(
          "whole",
          "gzip",
          "br",
          "chunked",
          "trailers",
          "stream",
          "chunks",
          "lines",
          "until-close",
          "large",
          "empty",
          "error",
          "truncated",
          "reset");

  private static final String CHAT = "{\"model\":\"m\",\"messages\":[{\"content\":\"%s\"}]}";

  /** A client that is put to the test. */
  interface Client {
    /** Makes a request; the body of the answer is as the client gives it. */
    Answer post(String url, byte[] body) throws IOException, InterruptedException;
  }

  /** What a client says of a response. */
  record Answer(int status, Map<String, List<String>> headers, InputStream body) {}

  private PassThrough() {}

  /**
   * Runs the program.
   *
   * @param arguments the address of the server, and the names of clients
   */
  public static void main(String[] arguments) throws InterruptedException {
    for (String name : List.of(arguments).subList(1, arguments.length)) {
      System.out.println(name);
      tryOut(client(name), arguments[0]);
    }
  }

  /** A client of a library has the name of a class. */
  private static Client client(String name) {
    return switch (name) {
      case "jdk" -> new Jdk(false);
      case "jdk-async" -> new Jdk(true);
      case "url-connection" -> new UrlConnection(false);
      case "url-connection-streaming" -> new UrlConnection(true);
      default -> new OfLibrary(name);
    };
  }

  private static void tryOut(Client client, String server) throws InterruptedException {
    for (String kind : KINDS) {
      String question = kind.equals("large") ? "x".repeat(1 << 20) : kind;
      String url = server + "/" + kind + "/v1/chat/completions";
      byte[] body = CHAT.formatted(question).getBytes(StandardCharsets.UTF_8);
      System.out.println(kind + ": " + seen(client, url, body, Integer.MAX_VALUE));
    }
    String early = server + "/endless/v1/chat/completions";
    System.out.println("closed early: " + seen(client, early, new byte[0], 40));
  }

  /** Reads no more than so many bytes, and closes. */
  private static String seen(Client client, String url, byte[] body, int most)
      throws InterruptedException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    String head = "no response";
    try {
      Answer answer = client.post(url, body);
      Map<String, List<String>> headers = new TreeMap<>();
      answer.headers().forEach((name, values) -> headers.put(String.valueOf(name), values));
      head = answer.status() + " " + headers;
      try (InputStream in = answer.body()) {
        byte[] block = new byte[1000];
        for (int n = 0; n >= 0 && read.size() < most; ) {
          n = in.read(block, 0, Math.min(block.length, most - read.size()));
          read.write(block, 0, Math.max(0, n));
        }
      }
      return head + " " + digest(read.toByteArray());
    } catch (IOException e) {
      return head + " " + e.getClass().getName() + ": " + e.getMessage();
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return bytes.length + " bytes " + HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The client of {@code java.net.http}. */
  private record Jdk(boolean async, HttpClient client) implements Client {
    Jdk(boolean async) {
      this(async, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    @Override
    public Answer post(String url, byte[] body) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/json")
              .POST(
                  body.length == 0
                      ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[9]))
                      : BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<InputStream> response =
          async ? later(request) : client.send(request, BodyHandlers.ofInputStream());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    private HttpResponse<InputStream> later(HttpRequest request) throws IOException {
      try {
        return client.sendAsync(request, BodyHandlers.ofInputStream()).join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof IOException failure) {
          throw failure;
        }
        throw e;
      }
    }
  }

  /** A client of a library, in a class by that name. */
  private record OfLibrary(BiFunction<String, byte[], Object[]> posts) implements Client {
    @SuppressWarnings("unchecked")
    OfLibrary(String className) {
      this((BiFunction<String, byte[], Object[]>) made(className));
    }

    private static Object made(String className) {
      try {
        return Class.forName(className).getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(className, e);
      }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Answer post(String url, byte[] body) throws IOException {
      try {
        Object[] answer = posts.apply(url, body);
        return new Answer(
            (Integer) answer[0], (Map<String, List<String>>) answer[1], (InputStream) answer[2]);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  /** The client of {@code java.net}. */
  private record UrlConnection(boolean streaming) implements Client {
    @Override
    public Answer post(String url, byte[] body) throws IOException {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      if (streaming) {
        connection.setChunkedStreamingMode(100);
      }
      try (var out = connection.getOutputStream()) {
        out.write(body);
      }
      InputStream in =
          connection.getResponseCode() < 400
              ? connection.getInputStream()
              : connection.getErrorStream();
      return new Answer(
          connection.getResponseCode(),
          connection.getHeaderFields(),
          in == null ? new ByteArrayInputStream(new byte[0]) : in);
    }
  }
}
