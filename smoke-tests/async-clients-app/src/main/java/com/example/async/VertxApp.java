package com.example.async;

import static com.example.async.Requests.content;
import static com.example.async.Requests.events;
import static com.example.async.Requests.json;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Asks a model with the client of Vert.x, 4 or 5. */
public final class VertxApp {
  /** Says nothing of threads that are slow, as they are on a busy machine. */
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setBlockedThreadCheckInterval(TimeUnit.HOURS.toMillis(1)));

  private final String host;
  private final int port;
  private final String chat;

  private VertxApp(URI base) {
    this.host = base.getHost();
    this.port = base.getPort();
    this.chat = base.getPath() + "/chat/completions";
  }

  /**
   * Runs the program.
   *
   * @param arguments the URL that ends with {@code /v1}
   */
  public static void main(String[] arguments) throws Exception {
    VertxApp app = new VertxApp(URI.create(arguments[0]));
    HttpClient client = app.client(new HttpClientOptions());
    app.whole(client);
    app.pieceByPiece(client);
    app.streamed(client);
    app.resetMidway(client);
    app.resetEarly(client);
    app.timedOut(client);
    app.failures(client);
    app.gzip(client);
    app.errors(client);
    app.large(client);
    app.otherRequests(client);
    app.oneConnection();
    app.usualServer();
    app.secondVersion();
    app.toHandler(client);
    await(app.vertx.close());
  }

  private void whole(HttpClient client) throws Exception {
    System.out.println(content(await(answer(client, options(), json("whole", false)))));
  }

  private void pieceByPiece(HttpClient client) throws Exception {
    String json = json("piece by piece", false);
    Future<Buffer> answer =
        client
            .request(options())
            .compose(
                request -> {
                  request.setChunked(true);
                  Future<Void> unused = request.write(json.substring(0, 30));
                  unused = request.write(json.substring(30));
                  unused = request.end();
                  return request.response().compose(HttpClientResponse::body);
                });
    System.out.println(content(await(answer).toString()));
  }

  private void streamed(HttpClient client) throws Exception {
    StringBuilder text = new StringBuilder();
    Promise<Void> end = Promise.promise();
    await(
        ask(
            client,
            options(),
            json("stream", true),
            response -> {
              response.handler(text::append);
              response.endHandler(end::complete);
              return end.future();
            }));
    System.out.println(events(text) + " events");
  }

  private void resetMidway(HttpClient client) throws Exception {
    StringBuilder text = new StringBuilder();
    Promise<Integer> seen = Promise.promise();
    Future<Integer> cancelled =
        ask(
            client,
            options(),
            json("stalled", true),
            response -> {
              response.exceptionHandler(failure -> {});
              response.handler(
                  piece -> {
                    if (events(text.append(piece)) >= 4) {
                      reset(response.request());
                      seen.tryComplete(events(text));
                    }
                  });
              return seen.future();
            });
    System.out.println("left after " + await(cancelled));
  }

  private void resetEarly(HttpClient client) throws Exception {
    HttpClientRequest request = await(client.request(options()));
    request.exceptionHandler(failure -> {});
    await(request.end(json("hang", false)));
    call(
        HttpClientRequest.class.getMethod("reset", long.class, Throwable.class),
        request,
        8L,
        new IOException("given up"));
    System.out.println(failure(request.response()));
  }

  private void timedOut(HttpClient client) throws Exception {
    RequestOptions impatient = options().setIdleTimeout(300);
    System.out.println(failure(answer(client, impatient, json("hang", false))));
  }

  private void failures(HttpClient client) throws Exception {
    System.out.println(failure(answer(client, options(), json("cut", false))));
    System.out.println(failure(answer(client, options(), json("closed", false))));
    RequestOptions nobody = options().setHost("127.0.0.1").setPort(11);
    System.out.println(failure(answer(client, nobody, json("nobody", false))) != null);
  }

  private void gzip(HttpClient client) throws Exception {
    HttpClient inflating = client(new HttpClientOptions().setDecompressionSupported(true));
    System.out.println(await(answer(inflating, options(), json("gzip", true))).contains("zipped"));
    RequestOptions asking = options().addHeader("Accept-Encoding", "gzip");
    Buffer packed = await(ask(client, asking, json("gzip", false), HttpClientResponse::body));
    System.out.println("first byte " + packed.getUnsignedByte(0));
  }

  private void errors(HttpClient client) throws Exception {
    for (String status : new String[] {"status 401", "status 500"}) {
      System.out.println(await(answer(client, options(), json(status, false))).contains("error"));
    }
  }

  private void large(HttpClient client) throws Exception {
    System.out.println(content(await(answer(client, options(), Requests.large("large")))));
  }

  /** To no model, or of no model. */
  private void otherRequests(HttpClient client) throws Exception {
    int post = await(status(client, options().setURI("/v1/files")));
    int get = await(status(client, options().setMethod(HttpMethod.GET)));
    System.out.println(post + ", " + get);
  }

  /** The second request gets its connection from the first. */
  private void oneConnection() throws Exception {
    HttpClient narrow =
        (HttpClient)
            call(
                Vertx.class.getMethod("createHttpClient", PoolOptions.class),
                vertx,
                new PoolOptions().setHttp1MaxSize(1));
    Future<String> first = answer(narrow, options(), json("the first", false));
    Future<String> second = answer(narrow, options(), json("the second", true));
    System.out.println(content(await(first)) + ' ' + events(await(second)));
  }

  /** The request does not say which server it is for. */
  private void usualServer() throws Exception {
    HttpClient usual = client(new HttpClientOptions().setDefaultHost(host).setDefaultPort(port));
    Future<String> answer =
        usual
            .request(HttpMethod.POST, chat)
            .compose(
                request -> request.send(json("as usual", false)).compose(HttpClientResponse::body))
            .map(Buffer::toString);
    System.out.println(content(await(answer)));
  }

  /** HTTP/2, with a server of Vert.x. */
  private void secondVersion() throws Exception {
    HttpServer server =
        await(
            vertx
                .createHttpServer()
                .requestHandler(
                    request -> {
                      if (request.path().startsWith("/slow")) {
                        Future<Void> unused =
                            request.response().setChunked(true).write("data: {}\n\n");
                      } else {
                        Future<Void> unused = request.response().end(Requests.ANSWER);
                      }
                    })
                .listen(0, "127.0.0.1"));
    HttpClient second =
        client(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
    RequestOptions there = options().setHost("127.0.0.1").setPort(server.actualPort());
    System.out.println(content(await(answer(second, there, json("by two", false)))));
    RequestOptions slow = new RequestOptions(there).setURI("/slow/v1/chat/completions");
    Promise<String> left = Promise.promise();
    Future<String> end =
        ask(
            second,
            slow,
            json("by two, slowly", true),
            response -> {
              response.exceptionHandler(failure -> left.complete("left " + response.version()));
              response.handler(piece -> reset(response.request()));
              return left.future();
            });
    System.out.println(await(end));
    await(server.close());
  }

  /** As only 4 can be asked. */
  private void toHandler(HttpClient client) throws Exception {
    Method method;
    try {
      method = HttpClient.class.getMethod("request", RequestOptions.class, Handler.class);
    } catch (NoSuchMethodException newer) {
      return;
    }
    Promise<String> answer = Promise.promise();
    Handler<AsyncResult<HttpClientRequest>> handler =
        request ->
            request
                .result()
                .send(json("to a handler", false))
                .compose(HttpClientResponse::body)
                .map(Buffer::toString)
                .onComplete(answer);
    call(method, client, options(), handler);
    System.out.println(content(await(answer.future())));
  }

  private RequestOptions options() {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(host)
        .setPort(port)
        .setURI(chat)
        .addHeader("Content-Type", "application/json");
  }

  /** What is done with the response, is done where it arrives, before anything of its body does. */
  private static <T> Future<T> ask(
      HttpClient client,
      RequestOptions options,
      String json,
      Function<HttpClientResponse, Future<T>> then) {
    return client.request(options).compose(request -> request.send(json).compose(then));
  }

  private static Future<String> answer(HttpClient client, RequestOptions options, String json) {
    return ask(client, options, json, HttpClientResponse::body).map(Buffer::toString);
  }

  private static Future<Integer> status(HttpClient client, RequestOptions options) {
    return ask(client, options, "{}", r -> Future.succeededFuture(r.statusCode()));
  }

  /** What the methods return is another type in 5. */
  private HttpClient client(HttpClientOptions options) throws Exception {
    return (HttpClient)
        call(Vertx.class.getMethod("createHttpClient", HttpClientOptions.class), vertx, options);
  }

  private static void reset(HttpClientRequest request) {
    try {
      call(HttpClientRequest.class.getMethod("reset"), request);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(Method method, Object on, Object... arguments)
      throws InvocationTargetException, IllegalAccessException {
    return method.invoke(on, arguments);
  }

  private static String failure(Future<?> future) throws Exception {
    try {
      return "no failure: " + await(future);
    } catch (ExecutionException e) {
      return e.getCause().getClass().getSimpleName();
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
