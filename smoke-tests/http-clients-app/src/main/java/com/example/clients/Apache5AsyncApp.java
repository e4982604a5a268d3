package com.example.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.AbstractCharResponseConsumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.VersionInfo;

/** Asks a model with Apache's asynchronous client 5, in every way that it allows. */
public final class Apache5AsyncApp {
  private final String baseUrl;
  private final CloseableHttpAsyncClient client =
      HttpAsyncClients.custom()
          .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, TimeValue.ofMilliseconds(1)))
          .build();

  private Apache5AsyncApp(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws Exception {
    Apache5AsyncApp app = new Apache5AsyncApp(arguments[0]);
    app.client.start();
    app.plain();
    app.calledBack();
    app.streamedAnswer();
    app.cancelledMidway();
    app.givenUp();
    app.cancelledEarly();
    app.gzip();
    app.error();
    app.retried();
    app.large();
    app.minimal();
    app.otherRequests();
    app.noServer();
    app.client.close();
  }

  private void plain() throws Exception {
    print(client.execute(post(Requests.chat("plain")), null).get());
  }

  /** Asks the next question from within the callback of the first. */
  private void calledBack() throws Exception {
    CompletableFuture<SimpleHttpResponse> second = new CompletableFuture<>();
    Told last = new Told(second::complete, second);
    print(client.execute(post(Requests.chat("called back")), new Told(first -> ask(last))).get());
    print(second.get());
  }

  private void ask(Told whom) {
    Future<SimpleHttpResponse> unused = client.execute(post(Requests.chat("follow-up")), whom);
  }

  private void streamedAnswer() throws Exception {
    Events events = new Events(() -> {});
    System.out.println(client.execute(producer(Requests.stream("stream")), events, null).get());
  }

  /** When all has arrived that is to come. */
  private void cancelledMidway() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    Events events = new Events(arrived::countDown);
    Future<String> answer = client.execute(producer(Requests.stream("stalled")), events, null);
    arrived.await();
    System.out.println("cancelled " + answer.cancel(true) + ", done " + answer.isDone());
  }

  /** When the request is sent, and nothing has arrived. */
  private void cancelledEarly() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    CompletableFuture<SimpleHttpResponse> told = new CompletableFuture<>();
    Future<SimpleHttpResponse> answer =
        client.execute(
            new SentProducer(post(Requests.chat("hang")), sent),
            SimpleResponseConsumer.create(),
            new Told(response -> {}, told));
    sent.await();
    System.out.println("cancelled " + answer.cancel(true) + ", told " + told.isCancelled());
  }

  /** The application's own code fails on what arrives. */
  private void givenUp() throws Exception {
    Events events =
        new Events(
            () -> {
              throw new IllegalStateException("enough");
            });
    try {
      System.out.println(client.execute(producer(Requests.stream("stalled")), events, null).get());
    } catch (ExecutionException e) {
      System.out.println("given up: " + e.getCause());
    }
  }

  /** Old clients inflate nothing. */
  private void gzip() throws Exception {
    for (byte[] body : new byte[][] {Requests.chat("gzip"), Requests.stream("gzip")}) {
      SimpleHttpRequest request = post(body);
      request.setHeader("Accept-Encoding", "gzip");
      SimpleHttpResponse response = client.execute(request, null).get();
      byte[] answer = response.getBodyBytes();
      boolean zipped = answer[0] == 0x1f;
      String text =
          zipped ? Requests.inflated(new ByteArrayInputStream(answer)) : new String(answer, UTF_8);
      System.out.println("zipped " + zipped + ": " + text.contains("zipped"));
    }
  }

  private void error() throws Exception {
    for (String status : new String[] {"status 401", "status 500"}) {
      SimpleHttpResponse response = client.execute(post(Requests.chat(status)), null).get();
      System.out.println(response.getCode() + " " + response.getBodyText().contains("error"));
    }
  }

  /** By the client, which the server tells that it is busy; 5.0 never answers then. */
  private void retried() throws Exception {
    if (VersionInfo.loadVersionInfo("org.apache.hc.client5", null).getRelease().startsWith("5.0")) {
      return;
    }
    SimpleHttpRequest request = post(Requests.chat("busy"));
    request.setHeader("Run", UUID.randomUUID().toString());
    print(client.execute(request, null).get());
  }

  private void large() throws Exception {
    print(client.execute(post(Requests.large("large")), null).get());
  }

  private void minimal() throws Exception {
    try (CloseableHttpAsyncClient minimal = HttpAsyncClients.createMinimal()) {
      minimal.start();
      print(minimal.execute(post(Requests.chat("minimal")), null).get());
    }
  }

  /** To no model, or of no model. */
  private void otherRequests() throws Exception {
    SimpleHttpRequest post = new SimpleHttpRequest("POST", URI.create(baseUrl + "/files"));
    post.setBody(Requests.chat("plain"), ContentType.APPLICATION_JSON);
    System.out.println("status " + client.execute(post, null).get().getCode());
    SimpleHttpRequest get = new SimpleHttpRequest("GET", URI.create(baseUrl + "/chat/completions"));
    System.out.println("status " + client.execute(get, null).get().getCode());
  }

  private void noServer() throws Exception {
    SimpleHttpRequest request =
        new SimpleHttpRequest("POST", URI.create("http://127.0.0.1:1/v1/chat/completions"));
    request.setBody(Requests.chat("plain"), ContentType.APPLICATION_JSON);
    try {
      print(client.execute(request, null).get());
    } catch (ExecutionException e) {
      System.out.println("refused " + (e.getCause() instanceof IOException));
    }
  }

  private SimpleHttpRequest post(byte[] body) {
    SimpleHttpRequest request =
        new SimpleHttpRequest("POST", URI.create(baseUrl + "/chat/completions"));
    request.setBody(body, ContentType.APPLICATION_JSON);
    return request;
  }

  private AsyncRequestProducer producer(byte[] body) {
    return SimpleRequestProducer.create(post(body));
  }

  private static void print(SimpleHttpResponse response) {
    System.out.println(response.getCode() + " " + Requests.content(response.getBodyText()));
  }

  /** Is told of the end. */
  private record Told(
      Consumer<SimpleHttpResponse> answer, CompletableFuture<SimpleHttpResponse> failure)
      implements FutureCallback<SimpleHttpResponse> {
    Told(Consumer<SimpleHttpResponse> answer) {
      this(answer, new CompletableFuture<>());
    }

    @Override
    public void completed(SimpleHttpResponse response) {
      answer.accept(response);
    }

    @Override
    public void failed(Exception error) {
      failure.completeExceptionally(error);
    }

    @Override
    public void cancelled() {
      failure.cancel(false);
    }
  }

  /** Counts the events of a stream as they come. */
  private static final class Events extends AbstractCharResponseConsumer<String> {
    private final Runnable atFour;
    private final StringBuilder text = new StringBuilder();
    private boolean four;

    Events(Runnable atFour) {
      this.atFour = atFour;
    }

    @Override
    protected void start(HttpResponse response, ContentType type) {
      System.out.println(response.getCode() + " " + type.getMimeType());
    }

    @Override
    protected int capacityIncrement() {
      return 1 << 16;
    }

    @Override
    protected void data(CharBuffer piece, boolean last) {
      text.append(piece);
      if (!four && count() >= 4) {
        four = true;
        atFour.run();
      }
    }

    private int count() {
      return text.toString().split("data:", -1).length - 1;
    }

    @Override
    protected String buildResult() {
      return count() + " events";
    }

    @Override
    public void failed(Exception cause) {}

    @Override
    public void releaseResources() {}
  }

  /** Says when the request was sent. */
  private record SentProducer(AsyncRequestProducer producer, CountDownLatch sent)
      implements AsyncRequestProducer {
    SentProducer(SimpleHttpRequest request, CountDownLatch sent) {
      this(SimpleRequestProducer.create(request), sent);
    }

    @Override
    public void sendRequest(RequestChannel channel, HttpContext context)
        throws HttpException, IOException {
      producer.sendRequest(channel, context);
    }

    @Override
    public boolean isRepeatable() {
      return producer.isRepeatable();
    }

    @Override
    public void failed(Exception cause) {
      producer.failed(cause);
    }

    @Override
    public int available() {
      return producer.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
      producer.produce(new SentChannel(channel, sent));
    }

    @Override
    public void releaseResources() {
      producer.releaseResources();
    }
  }

  /** What a body is written to, until its end. */
  private record SentChannel(DataStreamChannel channel, CountDownLatch sent)
      implements DataStreamChannel {
    @Override
    public void requestOutput() {
      channel.requestOutput();
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return channel.write(bytes);
    }

    @Override
    public void endStream() throws IOException {
      channel.endStream();
      sent.countDown();
    }

    @Override
    public void endStream(List<? extends Header> trailers) throws IOException {
      channel.endStream(trailers);
      sent.countDown();
    }
  }
}
