package com.example.entry;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A router of Vert.x. */
final class VertxServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch second = new CountDownLatch(2);

  VertxServer(Model model) throws Exception {
    Router router = Router.router(vertx);
    Router rooms = Router.router(vertx);
    rooms.get("/rooms/:city").blockingHandler(context -> answer(context, model, "rooms"));
    router.route().handler(RoutingContext::next);
    router.get("/hello").handler(context -> end(context, "hello"));
    router
        .get("/guide/:city")
        .handler(
            context -> {
              var unused = model.askLater("guide").thenAccept(words -> end(context, words));
            });
    router.get("/failing").blockingHandler(context -> answer(context, model, "failing"));
    router.route("/hotel/*").subRouter(rooms);
    router.get("/turn/:name").handler(this::arrived);
    router.get("/turn/:name").blockingHandler(context -> taken(context, model));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .webSocketHandler(socket -> talk(socket, model))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  private static void end(RoutingContext context, String words) {
    var unused = context.response().end(words);
  }

  private static void answer(RoutingContext context, Model model, String question) {
    try {
      String words = model.ask(question);
      if (question.equals("failing")) {
        throw new IllegalStateException(words);
      }
      end(context, words);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void arrived(RoutingContext context) {
    first.countDown();
    second.countDown();
    context.next();
  }

  /** The second waits in a queue of Vert.x until the first is done, whose thread then takes it. */
  private void taken(RoutingContext context, Model model) {
    try {
      second.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    answer(context, model, "turn of " + context.pathParam("name"));
  }

  /** Text is answered where it may block, bytes by a model that is asked and left to answer. */
  private void talk(ServerWebSocket socket, Model model) {
    socket.textMessageHandler(
        words -> {
          Future<String> answer =
              words.equals("hello")
                  ? Future.succeededFuture(words)
                  : vertx.executeBlocking(() -> model.ask("talk"));
          answer.onSuccess(socket::writeTextMessage);
        });
    socket.binaryMessageHandler(
        bytes -> {
          var unused =
              model.askLater(bytes.length() + " bytes").thenAccept(socket::writeTextMessage);
        });
  }

  void asked() throws Exception {
    Client client = new Client("vertx", server.actualPort());
    client.ask("GET", "/hello");
    client.ask("GET", "/guide/rome");
    client.ask("GET", "/hotel/rooms/rome");
    client.ask("GET", "/failing");
    client.talk("/talk/rome", "hello", false);
    client.talk("/talk/rome", "tell", false);
    client.talk("/talk/rome", "tell", true);
    CompletableFuture<String> earlier =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return client.answer("GET", "/turn/first");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    first.await();
    String later = client.answer("GET", "/turn/second");
    System.out.println(earlier.get(10, TimeUnit.SECONDS));
    System.out.println(later);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
