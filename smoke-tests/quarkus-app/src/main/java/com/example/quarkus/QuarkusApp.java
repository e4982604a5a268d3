package com.example.quarkus;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Asks an agent; has another answer streamed, and one that an event loop asks for; and is asked
 * over HTTP what it asks the agent.
 */
@QuarkusMain
public class QuarkusApp implements QuarkusApplication {
  private static final String QUESTION = "What time is it in Lisbon?";

  @Inject Assistant assistant;
  @Inject Vertx vertx;
  @Inject HttpServer server;

  @Override
  public int run(String... arguments) throws Exception {
    System.out.println(assistant.ask("user-7", QUESTION));
    System.out.println(
        assistant.tell("user-8", QUESTION).subscribe().asStream().collect(Collectors.joining("|")));

    CompletableFuture<String> answer = new CompletableFuture<>();
    vertx
        .getOrCreateContext()
        .runOnContext(
            ignored ->
                assistant
                    .tell("user-9", QUESTION)
                    .collect()
                    .with(Collectors.joining("|"))
                    .subscribe()
                    .with(answer::complete, answer::completeExceptionally));
    System.out.println(answer.get(60, TimeUnit.SECONDS));
    int port = server.getPort();
    for (String path : List.of("/guides/hello", "/guides/lisbon", "/guides/lisbon/later")) {
      System.out.println(get(port, path));
    }
    return 0;
  }

  /** With nothing but a socket, which nobody traces. */
  private static String get(int port, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.substring(answer.indexOf("\r\n\r\n")).strip();
    }
  }
}
