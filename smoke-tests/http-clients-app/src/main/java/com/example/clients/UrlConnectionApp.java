package com.example.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a model over connections of the JDK's oldest client, in every way that these allow. */
public final class UrlConnectionApp {
  private final String baseUrl;

  private UrlConnectionApp(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws IOException {
    UrlConnectionApp app = new UrlConnectionApp(arguments[0]);
    app.buffered();
    app.streamedRequest();
    app.chunkedRequest();
    app.streamedAnswer();
    app.closedEarly();
    app.disconnected();
    app.gzip();
    app.error();
    app.errorOnly();
    app.retried();
    app.large();
    app.markedAndReset();
    app.otherRequests();
    app.noServer();
  }

  private void buffered() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    OutputStream out = connection.getOutputStream();
    System.out.println("same stream: " + (out == connection.getOutputStream()));
    send(connection, Requests.chat("plain"));
    System.out.println("status " + connection.getResponseCode());
    System.out.println("type " + connection.getContentType());
    InputStream body = connection.getInputStream();
    System.out.println("same body: " + (body == connection.getInputStream()));
    System.out.println(Requests.content(Requests.text(body)));
  }

  private void streamedRequest() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    byte[] request = Requests.chat("streamed request");
    connection.setFixedLengthStreamingMode(request.length);
    OutputStream out = connection.getOutputStream();
    for (byte piece : request) {
      out.write(piece);
    }
    out.close();
    System.out.println(Requests.content(Requests.text(connection.getInputStream())));
  }

  private void chunkedRequest() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    connection.setChunkedStreamingMode(16);
    send(connection, Requests.chat("chunked request"));
    System.out.println(Requests.content(Requests.text(connection.getInputStream())));
  }

  private void streamedAnswer() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    send(connection, Requests.stream("stream"));
    System.out.println(Requests.countEvents(connection.getInputStream()) + " events");
  }

  private void closedEarly() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    send(connection, Requests.stream("stalled"));
    try (InputStream body = connection.getInputStream()) {
      System.out.println("first byte " + (char) body.read());
      connection.disconnect();
    }
  }

  private void disconnected() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    send(connection, Requests.chat("disconnected"));
    System.out.println("status " + connection.getResponseCode());
    connection.disconnect();
  }

  private void gzip() throws IOException {
    for (byte[] request : new byte[][] {Requests.chat("gzip"), Requests.stream("gzip")}) {
      HttpURLConnection connection = connection("/chat/completions");
      connection.setRequestProperty("Accept-Encoding", "gzip");
      send(connection, request);
      System.out.println(connection.getContentEncoding());
      System.out.println(Requests.inflated(connection.getInputStream()).contains("zipped"));
    }
  }

  private void error() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    send(connection, Requests.chat("status 401"));
    try {
      connection.getInputStream();
    } catch (IOException refused) {
      System.out.println(refused.getClass().getName());
    }
    System.out.println("status " + connection.getResponseCode());
    System.out.println(Requests.text(connection.getErrorStream()).contains("error"));
  }

  /** Nobody looks at the body of the error. */
  private void errorOnly() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    send(connection, Requests.chat("status 429"));
    System.out.println("status " + connection.getResponseCode());
    connection.disconnect();
  }

  private void retried() throws IOException {
    for (int attempt = 1; attempt <= 2; attempt++) {
      HttpURLConnection connection = connection("/chat/completions");
      send(connection, Requests.chat(attempt == 1 ? "status 500" : "plain"));
      int status = connection.getResponseCode();
      System.out.println("attempt " + attempt + ": " + status);
      Requests.text(status < 400 ? connection.getInputStream() : connection.getErrorStream());
    }
  }

  private void large() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    send(connection, Requests.large("large"));
    System.out.println(Requests.content(Requests.text(connection.getInputStream())));
  }

  private void markedAndReset() throws IOException {
    HttpURLConnection connection = connection("/chat/completions");
    send(connection, Requests.chat("plain"));
    try (InputStream body = connection.getInputStream()) {
      body.mark(100);
      System.out.println(new String(body.readNBytes(1), UTF_8));
      if (body.markSupported()) {
        body.reset();
      }
      System.out.println(Requests.text(body).length() > 100);
    }
  }

  /** To no model, or of no model. */
  private void otherRequests() throws IOException {
    HttpURLConnection post = connection("/files");
    send(post, Requests.chat("plain"));
    System.out.println("status " + post.getResponseCode());
    System.out.println(post.getErrorStream().getClass().getName());
    HttpURLConnection get =
        (HttpURLConnection) URI.create(baseUrl + "/chat/completions").toURL().openConnection();
    System.out.println("status " + get.getResponseCode());
  }

  private void noServer() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:1/v1/chat/completions").toURL().openConnection();
    connection.setDoOutput(true);
    try {
      send(connection, Requests.chat("plain"));
    } catch (ConnectException refused) {
      System.out.println("refused");
    }
  }

  private HttpURLConnection connection(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(baseUrl + path).toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    return connection;
  }

  private static void send(HttpURLConnection connection, byte[] request) throws IOException {
    try (OutputStream out = connection.getOutputStream()) {
      out.write(request);
    }
  }
}
