package com.example.netty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;

/** Asks a model over Reactor Netty, by hand and with Spring's WebClient. */
public final class ReactorNettyApp {
  private final String chat;
  private final HttpClient client =
      HttpClient.create().headers(headers -> headers.set("Content-Type", "application/json"));
  private final WebClient web;

  private ReactorNettyApp(String baseUrl) {
    this.chat = baseUrl + "/chat/completions";
    this.web =
        WebClient.builder()
            .baseUrl(baseUrl)
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create().compress(true)))
            .build();
  }

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws InterruptedException {
    ReactorNettyApp app = new ReactorNettyApp(arguments[0]);
    app.whole();
    app.pieceByPiece();
    app.streamedAnswer();
    app.cancelledMidway();
    app.cancelledEarly();
    app.timedOut();
    app.cutOff();
    app.gzip();
    app.error();
    app.closed();
    app.again();
    app.large();
    app.otherRequests(arguments[0]);
    app.noServer();
    app.webClient();
    app.webClientStream();
    app.webClientCancelled();
    app.webClientError();
  }

  private void whole() {
    System.out.println(content(answer(client, Mono.just(bytes(json("whole", false))))));
  }

  private void pieceByPiece() {
    byte[] body = json("piece by piece", false).getBytes(UTF_8);
    Flux<ByteBuf> pieces =
        Flux.range(0, (body.length + 9) / 10)
            .map(i -> Arrays.copyOfRange(body, 10 * i, Math.min(body.length, 10 * i + 10)))
            .map(Unpooled::wrappedBuffer);
    System.out.println(content(answer(client, pieces)));
  }

  private void streamedAnswer() {
    System.out.println(events(json("stream", true)).blockLast() + " events");
  }

  private void cancelledMidway() {
    System.out.println(
        events(json("stalled", true)).takeUntil(count -> count >= 4).blockLast() + " events");
  }

  /** When the request is sent, and nothing has arrived. */
  private void cancelledEarly() throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    Disposable asked =
        client
            .doAfterRequest((request, connection) -> sent.countDown())
            .post()
            .uri(chat)
            .send(Mono.just(bytes(json("hang", false))))
            .response()
            .subscribe();
    sent.await();
    asked.dispose();
    System.out.println("cancelled " + asked.isDisposed());
  }

  private void timedOut() {
    HttpClient impatient = client.responseTimeout(Duration.ofMillis(300));
    System.out.println(failure(impatient, "hang"));
  }

  /** In the middle of the answer. */
  private void cutOff() {
    System.out.println(failure(client, "cut"));
  }

  private void gzip() {
    HttpClient inflating = client.compress(true);
    Mono<ByteBuf> body = Mono.just(bytes(json("gzip", true)));
    System.out.println(answer(inflating, body).contains("zipped"));
    HttpClient asking = client.headers(headers -> headers.set("Accept-Encoding", "gzip"));
    Integer first =
        asking
            .post()
            .uri(chat)
            .send(Mono.just(bytes(json("gzip", false))))
            .responseSingle((response, answer) -> answer.map(ByteBuf::readUnsignedByte))
            .map(Short::intValue)
            .block();
    System.out.println("first byte " + first);
  }

  private void error() {
    for (String status : new String[] {"status 401", "status 500"}) {
      System.out.println(answer(client, Mono.just(bytes(json(status, false)))).contains("error"));
    }
  }

  /** The server closes the connection and says nothing. */
  private void closed() {
    System.out.println(failure(client, "closed"));
  }

  /** By the program, which subscribes a second time. */
  private void again() {
    AtomicInteger attempts = new AtomicInteger();
    Mono<String> asked =
        client
            .post()
            .uri(chat)
            .send(
                Mono.fromSupplier(
                    () -> bytes(json(attempts.getAndIncrement() == 0 ? "closed" : "again", false))))
            .responseSingle((response, answer) -> answer.asString());
    System.out.println(content(asked.retry(1).block()));
  }

  private void large() {
    String padding = ",\"metadata\":{\"padding\":\"" + "x".repeat(1_000_000) + "\"}}";
    String json = json("large", false).replaceAll("}$", padding);
    System.out.println(content(answer(client, Mono.just(bytes(json)))));
  }

  /** To no model, or of no model. */
  private void otherRequests(String baseUrl) {
    Integer post =
        client
            .post()
            .uri(baseUrl + "/files")
            .send(Mono.just(bytes("{}")))
            .response()
            .map(response -> response.status().code())
            .block();
    Integer get =
        client.get().uri(chat).response().map(response -> response.status().code()).block();
    System.out.println("status " + post + ", " + get);
  }

  private void noServer() {
    Mono<?> asked =
        client
            .post()
            .uri("http://127.0.0.1:11/v1/chat/completions")
            .send(Mono.just(bytes(json("nobody", false))))
            .response();
    System.out.println(
        asked.map(response -> "response").onErrorResume(e -> Mono.just("refused")).block());
  }

  private void webClient() {
    System.out.println(content(ask("from Spring", false).bodyToMono(String.class).block()));
  }

  private void webClientStream() {
    System.out.println(
        ask("stream for Spring", true).bodyToFlux(String.class).count().block() + " events");
  }

  private void webClientCancelled() {
    Flux<String> events = ask("stalled for Spring", true).bodyToFlux(String.class);
    System.out.println(events.take(4).count().block() + " events");
  }

  private void webClientError() {
    try {
      System.out.println(ask("status 429", false).bodyToMono(String.class).block());
    } catch (WebClientResponseException refused) {
      System.out.println(refused.getResponseBodyAsString().contains("error"));
    }
  }

  private WebClient.ResponseSpec ask(String question, boolean stream) {
    return web.post()
        .uri("/chat/completions")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(json(question, stream))
        .retrieve();
  }

  private String failure(HttpClient with, String question) {
    return with.post()
        .uri(chat)
        .send(Mono.just(bytes(json(question, false))))
        .responseSingle((response, body) -> body.asString())
        .onErrorResume(e -> Mono.just(e.getClass().getName()))
        .block();
  }

  private String answer(HttpClient with, Publisher<? extends ByteBuf> body) {
    return with.post()
        .uri(chat)
        .send(body)
        .responseSingle((response, answer) -> answer.asString())
        .block();
  }

  /** How many events of a stream have come, whenever something comes. */
  private Flux<Integer> events(String json) {
    ByteBufFlux answer = client.post().uri(chat).send(Mono.just(bytes(json))).responseContent();
    return answer
        .asString()
        .scan("", String::concat)
        .map(text -> text.split("\n\n", -1).length - 1);
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.wrappedBuffer(text.getBytes(UTF_8));
  }

  private static String json(String question, boolean stream) {
    return "{\"model\":\"gpt-4o-mini\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
        .formatted(stream, question);
  }

  private static String content(String answer) {
    int begin = answer.indexOf("\"content\":\"") + 11;
    return answer.substring(begin, answer.indexOf('"', begin));
  }
}
