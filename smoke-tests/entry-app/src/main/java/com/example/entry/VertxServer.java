package com.example.entry;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A router of Vert.x. */
final class VertxServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

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
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
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

  void asked() throws IOException {
    Client client = new Client("vertx", server.actualPort());
    client.ask("GET", "/hello");
    client.ask("GET", "/guide/rome");
    client.ask("GET", "/hotel/rooms/rome");
    client.ask("GET", "/failing");
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
