package com.example.async;

import static com.example.async.Requests.content;
import static com.example.async.Requests.events;
import static com.example.async.Requests.json;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncCompletionHandler;
import org.asynchttpclient.AsyncHandler;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.BoundRequestBuilder;
import org.asynchttpclient.DefaultAsyncHttpClientConfig;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.HttpResponseBodyPart;
import org.asynchttpclient.ListenableFuture;
import org.asynchttpclient.Response;
import org.asynchttpclient.netty.request.NettyRequest;

/** Asks a model with AsyncHttpClient. */
public final class AsyncHttpClientApp {
  private final String base;
  private final String chat;

  private AsyncHttpClientApp(String base) {
    this.base = base;
    this.chat = base + "/chat/completions";
  }

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws Exception {
    AsyncHttpClientApp app = new AsyncHttpClientApp(arguments[0]);
    try (AsyncHttpClient client = Dsl.asyncHttpClient(config())) {
      app.whole(client);
      app.streamed(client);
      app.enough(client);
      app.cancelled(client);
      app.timedOut(client);
      app.failures(client);
      app.gzip(client);
      app.errors(client);
      app.large(client);
      app.otherRequests(client);
    }
    app.secondVersion();
  }

  private void whole(AsyncHttpClient client) throws Exception {
    System.out.println(content(answer(ask(client, json("whole", false)))));
  }

  private void streamed(AsyncHttpClient client) throws Exception {
    Collecting pieces = new Collecting(Integer.MAX_VALUE);
    System.out.println(
        ask(client, json("stream", true)).execute(pieces).get(30, TimeUnit.SECONDS) + " events");
  }

  /** The application says, with a piece, that it wants no more. */
  private void enough(AsyncHttpClient client) throws Exception {
    Collecting pieces = new Collecting(4);
    int seen = ask(client, json("stalled", true)).execute(pieces).get(30, TimeUnit.SECONDS);
    System.out.println("left after " + seen);
  }

  private void cancelled(AsyncHttpClient client) throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    ListenableFuture<Response> asked =
        ask(client, json("hang", false))
            .execute(
                new AsyncCompletionHandler<Response>() {
                  @Override
                  public void onRequestSend(NettyRequest request) {
                    sent.countDown();
                  }

                  @Override
                  public Response onCompleted(Response response) {
                    return response;
                  }

                  @Override
                  public void onThrowable(Throwable failure) {
                    told.countDown();
                  }
                });
    sent.await();
    System.out.println("cancelled " + asked.cancel(true));
    told.await();
  }

  private void timedOut(AsyncHttpClient client) throws Exception {
    System.out.println(failure(impatient(ask(client, json("hang", false)))));
  }

  private void failures(AsyncHttpClient client) throws Exception {
    System.out.println(failure(ask(client, json("cut", false))));
    System.out.println(failure(ask(client, json("closed", false))));
    System.out.println(
        failure(client.preparePost("http://127.0.0.1:11/v1/chat/completions").setBody("{}")));
  }

  private void gzip(AsyncHttpClient client) throws Exception {
    System.out.println(
        answer(ask(client, json("gzip", true)).setHeader("Accept-Encoding", "gzip"))
            .contains("zipped"));
  }

  private void errors(AsyncHttpClient client) throws Exception {
    for (String status : new String[] {"status 401", "status 500"}) {
      System.out.println(answer(ask(client, json(status, false))).contains("error"));
    }
  }

  private void large(AsyncHttpClient client) throws Exception {
    System.out.println(content(answer(ask(client, Requests.large("large")))));
  }

  /** To no model, or of no model. */
  private void otherRequests(AsyncHttpClient client) throws Exception {
    Response post = client.preparePost(base + "/files").setBody("{}").execute().get();
    Response get = client.prepareGet(chat).execute().get();
    System.out.println(post.getStatusCode() + ", " + get.getStatusCode());
  }

  /** HTTP/2, which only 3 speaks, with a server of Vert.x. */
  private void secondVersion() throws Exception {
    DefaultAsyncHttpClientConfig.Builder config = config();
    try {
      Method method = config.getClass().getMethod("setHttp2CleartextEnabled", boolean.class);
      method.invoke(config, true);
    } catch (NoSuchMethodException older) {
      return;
    }
    Vertx vertx = Vertx.vertx();
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end(Requests.ANSWER))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    try (AsyncHttpClient client = Dsl.asyncHttpClient(config)) {
      String url = "http://127.0.0.1:" + server.actualPort() + "/v1/chat/completions";
      BoundRequestBuilder request = client.preparePost(url).setBody(json("by two", false));
      System.out.println(content(answer(request)));
    }
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private static DefaultAsyncHttpClientConfig.Builder config() {
    return Dsl.config().setMaxRequestRetry(0);
  }

  private BoundRequestBuilder ask(AsyncHttpClient client, String json) {
    return client
        .preparePost(chat)
        .setHeader("Content-Type", "application/json")
        .setBody(json.getBytes(UTF_8));
  }

  /** The time is a number in 2. */
  private static BoundRequestBuilder impatient(BoundRequestBuilder request)
      throws ReflectiveOperationException {
    for (Method method : BoundRequestBuilder.class.getMethods()) {
      if (method.getName().equals("setRequestTimeout")) {
        boolean number = method.getParameterTypes()[0] == int.class;
        method.invoke(request, number ? (Object) 300 : Duration.ofMillis(300));
        return request;
      }
    }
    throw new NoSuchMethodException("setRequestTimeout");
  }

  private static String answer(BoundRequestBuilder request) throws Exception {
    return request.execute().get(30, TimeUnit.SECONDS).getResponseBody();
  }

  private static String failure(BoundRequestBuilder request) throws Exception {
    try {
      return "no failure: " + answer(request);
    } catch (ExecutionException failed) {
      return failed.getCause().getClass().getSimpleName();
    }
  }

  /** Counts the events of a stream, up to a number of them. */
  private static final class Collecting extends AsyncCompletionHandler<Integer> {
    private final StringBuilder text = new StringBuilder();
    private final int most;

    Collecting(int most) {
      this.most = most;
    }

    @Override
    public AsyncHandler.State onBodyPartReceived(HttpResponseBodyPart piece) throws IOException {
      text.append(new String(piece.getBodyPartBytes(), UTF_8));
      return events(text) < most ? State.CONTINUE : State.ABORT;
    }

    @Override
    public Integer onCompleted(Response response) {
      return events(text);
    }
  }
}
