package com.example.async;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.asynchttpclient.AsyncHandler;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.HttpResponseBodyPart;
import org.asynchttpclient.HttpResponseStatus;

/** Posts a body to a URL: what comes back is status, headers and the stream of the answer. */
public final class AsyncHttpClientPosts implements BiFunction<String, byte[], Object[]> {
  /** The threads of the client do not keep the program from ending. */
  private final AsyncHttpClient client =
      Dsl.asyncHttpClient(
          Dsl.config()
              .setMaxRequestRetry(0)
              .setThreadFactory(
                  task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                  }));

  @Override
  public Object[] apply(String url, byte[] body) {
    Answer answer = new Answer(url.contains("endless"));
    try {
      return client
          .preparePost(url)
          .setHeader("Content-Type", "application/json")
          .setBody(body)
          .execute(answer)
          .get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new UncheckedIOException(
          new IOException(answer.status + " " + answer.headers + " " + failed.getCause()));
    }
  }

  /** Takes in all of an answer, or nothing of what the network happens to bring at first. */
  private static final class Answer implements AsyncHandler<Object[]> {
    private final Map<String, List<String>> headers = new TreeMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean endless;
    private int status;

    Answer(boolean endless) {
      this.endless = endless;
    }

    @Override
    public State onStatusReceived(HttpResponseStatus received) {
      status = received.getStatusCode();
      return State.CONTINUE;
    }

    @Override
    public State onHeadersReceived(HttpHeaders received) {
      received.names().forEach(name -> headers.put(name, received.getAll(name)));
      return State.CONTINUE;
    }

    @Override
    public State onBodyPartReceived(HttpResponseBodyPart piece) {
      if (endless) {
        return State.ABORT;
      }
      bytes.writeBytes(piece.getBodyPartBytes());
      return State.CONTINUE;
    }

    @Override
    public void onThrowable(Throwable failure) {}

    @Override
    public Object[] onCompleted() {
      InputStream in = new ByteArrayInputStream(bytes.toByteArray());
      return new Object[] {status, headers, in};
    }
  }
}
