package ai.automagik.tracing.instrumentation.http.urlconnection.advice;

import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import java.net.HttpURLConnection;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * The LLM call of one connection, until its response has come. As little thread-safe as the
 * connection, which answers one thread at a time.
 */
final class Exchange {
  private static final WeakMap<Exchange> EXCHANGES = new WeakMap<>();

  private final HttpCall call;

  /** As long as the thread is inside the advised method that began the call; then null. */
  private @Nullable Sending sending;

  private boolean answering;

  private Exchange(HttpCall call, Sending sending) {
    this.call = call;
    this.sending = sending;
  }

  static @Nullable Exchange find(HttpURLConnection connection) {
    return EXCHANGES.isEmpty() ? null : EXCHANGES.get(connection);
  }

  /** Begins the call if it is one that is traced. */
  static @Nullable Exchange begin(HttpURLConnection connection) {
    String method = connection.getRequestMethod();
    boolean post = method.equals("GET") && connection.getDoOutput();
    URL url = connection.getURL();
    Sending sending =
        Sending.begin(
            post ? "POST" : method,
            url.getHost(),
            url.getPort(),
            "https".equals(url.getProtocol()),
            url.getPath(),
            url.getQuery());
    HttpCall call = sending == null ? null : sending.call();
    if (sending == null || call == null) {
      if (sending != null) {
        sending.end();
      }
      return null;
    }
    call.deliveredBy(connection);
    Exchange exchange = new Exchange(call, sending);
    EXCHANGES.put(connection, exchange);
    return exchange;
  }

  HttpCall call() {
    return call;
  }

  /** False when the connection is at it already: its methods call each other. */
  boolean beginAnswer() {
    boolean first = !answering;
    answering = true;
    return first;
  }

  /** To be called when the method returns that may have begun the call. */
  void leave() {
    if (sending != null) {
      sending.end();
      sending = null;
    }
  }

  static void forget(HttpURLConnection connection) {
    Exchange unused = EXCHANGES.remove(connection);
  }
}
