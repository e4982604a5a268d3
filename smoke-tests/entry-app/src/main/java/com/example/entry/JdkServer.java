package com.example.entry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own server. */
final class JdkServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private Model model;

  JdkServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hello", exchange -> answer(exchange, 200, "hello"));
    server.createContext("/guide", exchange -> answer(exchange, 200, model.ask("guide")));
    server.createContext("/broken", exchange -> answer(exchange, 503, model.ask("broken")));
    server.createContext(
        "/failing",
        exchange -> {
          String words = model.ask("failing");
          throw new IOException("never sent: " + words);
        });
    server.createContext("/later", exchange -> workers.execute(() -> later(exchange)));
    server.createContext("/dropped", exchange -> workers.execute(() -> dropped(exchange)));
    server.setExecutor(workers);
    server.start();
  }

  private static void answer(HttpExchange exchange, int status, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Closes its answer, as many do, and not the exchange. */
  private void later(HttpExchange exchange) {
    try {
      byte[] words = model.ask("later").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, words.length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(words);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void dropped(HttpExchange exchange) {
    try {
      String unused = model.ask("dropped");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      exchange.close();
    }
  }

  Client client() {
    return new Client("jdk", server.getAddress().getPort());
  }

  void asks(Model asked) {
    model = asked;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
  }
}
