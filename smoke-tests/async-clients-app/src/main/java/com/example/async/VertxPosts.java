package com.example.async;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
public final class VertxPosts implements BiFunction<String, byte[], Object[]> {
  /** What it says of connections that are lost has a time in it. */
  private static final Logger LOGGER = Logger.getLogger("io.vertx");

  private final HttpClient client;

  /** What makes the client returns another type in 5. */
  public VertxPosts() throws ReflectiveOperationException {
    LOGGER.setLevel(Level.OFF);
    Vertx vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    client = (HttpClient) Vertx.class.getMethod("createHttpClient").invoke(vertx);
  }

  @Override
  public Object[] apply(String url, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>();
    int[] status = {0};
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url)
            .addHeader("Content-Type", "application/json");
    Future<Buffer> answer =
        client
            .request(options)
            .compose(
                request ->
                    request
                        .send(Buffer.buffer(body))
                        .compose(
                            response -> {
                              status[0] = response.statusCode();
                              for (String name : response.headers().names()) {
                                headers.put(name, response.headers().getAll(name));
                              }
                              return url.contains("endless") ? start(response) : response.body();
                            }));
    try {
      byte[] bytes = answer.toCompletionStage().toCompletableFuture().join().getBytes();
      InputStream in = new ByteArrayInputStream(bytes);
      return new Object[] {status[0], headers, in};
    } catch (CompletionException failed) {
      throw new UncheckedIOException(
          new IOException(status[0] + " " + headers + " " + failed.getCause()));
    }
  }

  /** Nothing of what the network happens to bring at first; then the connection is closed. */
  private static Future<Buffer> start(HttpClientResponse response) {
    Promise<Buffer> first = Promise.promise();
    response.exceptionHandler(closed -> first.tryComplete(Buffer.buffer()));
    response.handler(piece -> response.request().connection().close());
    return first.future();
  }
}
