package com.example.programs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** Talks to a model with nothing but the JDK's HTTP client, in every way that it offers. */
public final class JdkHttpApp {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private JdkHttpApp() {}

  public static void main(String[] arguments) throws Exception {
    String url = arguments[0];
    HttpRequest ping = chat(url, "ping", false).build();
    HttpResponse<String> whole = CLIENT.send(ping, BodyHandlers.ofString());
    System.out.println(whole.statusCode() + " " + (whole.request() == ping));
    System.out.println(CLIENT.sendAsync(ping, BodyHandlers.ofString()).join().statusCode());

    HttpRequest stream = chat(url, "ping", true).build();
    System.out.println(CLIENT.send(stream, BodyHandlers.ofLines()).body().count() + " lines");
    subscribe(stream);
    closeEarly(chat(url, "stalled", true).build());
    cutOff(chat(url, "cut", true).build());

    HttpRequest hanging = chat(url, "hang", false).timeout(Duration.ofMillis(300)).build();
    try {
      System.out.println(CLIENT.send(hanging, BodyHandlers.ofString()));
    } catch (HttpTimeoutException e) {
      System.out.println("timeout");
    }

    cancel(url);

    HttpRequest unknown = HttpRequest.newBuilder(URI.create(url + "/chat/completions")).build();
    System.out.println(CLIENT.send(unknown, BodyHandlers.discarding()).statusCode());
    HttpRequest wrong = post(url + "/chat/completions", "no JSON").build();
    System.out.println(CLIENT.send(wrong, BodyHandlers.ofString()).statusCode());
    HttpRequest vectors =
        post(url + "/embeddings", "{\"model\":\"text-embedding-3-small\",\"input\":[\"a\",\"b\"]}")
            .build();
    System.out.println(CLIENT.send(vectors, BodyHandlers.ofString()).statusCode());
    System.out.println(
        CLIENT
            .send(post(url + "/other", "{\"model\":\"x\"}").build(), BodyHandlers.ofString())
            .statusCode());
  }

  private static void subscribe(HttpRequest request) {
    CountDownLatch lines = new CountDownLatch(10);
    CLIENT.sendAsync(request, BodyHandlers.fromLineSubscriber(new Counting(lines))).join();
    System.out.println(lines.getCount() + " lines missing");
  }

  /** Takes lines one by one. */
  private static final class Counting implements Flow.Subscriber<String> {
    private final CountDownLatch lines;
    private Flow.Subscription subscription;

    Counting(CountDownLatch lines) {
      this.lines = lines;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(String line) {
      lines.countDown();
      subscription.request(1);
    }

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {}
  }

  private static void closeEarly(HttpRequest request) throws Exception {
    try (InputStream body = CLIENT.send(request, BodyHandlers.ofInputStream()).body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      System.out.println("first line: " + lines.readLine().startsWith("data: "));
      // What has been answered is to arrive before the rest is refused.
      for (int line = 0; line < 6; line++) {
        System.out.println("one more: " + (lines.readLine() != null));
      }
    }
  }

  private static void cutOff(HttpRequest request) throws InterruptedException {
    try {
      System.out.println(CLIENT.send(request, BodyHandlers.ofString()).statusCode());
    } catch (IOException e) {
      System.out.println("cut off: " + e.getClass().getName());
    }
  }

  /** Once the request is sent. */
  private static void cancel(String url) throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    HttpRequest hanging = chat(url, "hang", false).build();
    BodyPublisher body = hanging.bodyPublisher().orElseThrow();
    BodyPublisher told =
        BodyPublishers.fromPublisher(
            subscriber -> body.subscribe(new Telling(subscriber, sent)), body.contentLength());
    CompletableFuture<HttpResponse<String>> answer =
        CLIENT.sendAsync(
            HttpRequest.newBuilder(hanging, (name, value) -> true).POST(told).build(),
            BodyHandlers.ofString());
    sent.await();
    System.out.println("cancelled: " + answer.cancel(true));
  }

  /** Counts down when all of a body was asked for. */
  private record Telling(Flow.Subscriber<? super ByteBuffer> subscriber, CountDownLatch sent)
      implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer piece) {
      subscriber.onNext(piece);
    }

    @Override
    public void onError(Throwable error) {
      subscriber.onError(error);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
      sent.countDown();
    }
  }

  private static HttpRequest.Builder chat(String url, String question, boolean stream) {
    return post(
        url + "/chat/completions",
        "{\"model\":\"gpt-4o-mini\",\"temperature\":0.5,"
            + (stream ? "\"stream\":true,\"stream_options\":{\"include_usage\":true}," : "")
            + "\"messages\":[{\"role\":\"system\",\"content\":\"Be kind.\"},"
            + "{\"role\":\"user\",\"content\":\""
            + question
            + "\"}]}");
  }

  private static HttpRequest.Builder post(String url, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }
}
