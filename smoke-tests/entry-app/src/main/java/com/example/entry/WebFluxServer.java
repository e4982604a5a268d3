package com.example.entry;

import java.time.Duration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Spring WebFlux on Reactor Netty. */
final class WebFluxServer implements AutoCloseable {
  private static Model model;

  private final AnnotationConfigApplicationContext spring;
  private final DisposableServer server;

  static WebFluxServer start(Model asked) {
    model = asked;
    return new WebFluxServer();
  }

  private WebFluxServer() {
    spring = new AnnotationConfigApplicationContext(Routes.class);
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                new ReactorHttpHandlerAdapter(
                    WebHttpHandlerBuilder.applicationContext(spring).build()))
            .bindNow();
  }

  void asked() throws Exception {
    Client client = new Client("webflux", server.port());
    client.ask("GET", "/hello");
    client.ask("GET", "/guide/rome", "Cookie: SESSION=0123456789ABCDEF");
    client.ask("POST", "/blocking/rome");
    client.ask("GET", "/failing/rome");
  }

  @Override
  public void close() {
    server.disposeNow(Duration.ofSeconds(10));
    spring.close();
  }

  /** Routes. */
  @Configuration
  @EnableWebFlux
  public static class Routes {
    @Bean
    public RouterFunction<ServerResponse> routes() {
      return RouterFunctions.route()
          .GET("/hello", request -> ServerResponse.ok().bodyValue("hello"))
          .GET(
              "/guide/{city}",
              request ->
                  Mono.fromFuture(() -> model.askLater("guide"))
                      .flatMap(words -> ServerResponse.ok().bodyValue(words)))
          .POST(
              "/blocking/{city}",
              request ->
                  Mono.fromCallable(() -> model.ask("blocking"))
                      .subscribeOn(Schedulers.boundedElastic())
                      .flatMap(words -> ServerResponse.ok().bodyValue(words)))
          .GET(
              "/failing/{city}",
              request ->
                  Mono.fromFuture(() -> model.askLater("failing"))
                      .flatMap(words -> Mono.error(new IllegalStateException(words))))
          .build();
    }
  }
}
