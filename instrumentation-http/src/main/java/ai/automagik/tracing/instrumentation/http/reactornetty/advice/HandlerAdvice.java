package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After the client has made, for one subscription, what knows method and address of the request and
 * handles each of its attempts.
 */
final class HandlerAdvice {
  private HandlerAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object handler,
      @Advice.FieldValue("method") Object method,
      @Advice.FieldValue("toURI") Object address) {
    Sending sending = begin(method.toString(), address);
    HttpCall call = sending == null ? null : sending.end();
    if (call != null) {
      Connecting.calls(call);
      Exchange.handledBy(handler, call);
    }
  }

  /** The address is written as {@code scheme://host:port/path?query}, without the usual port. */
  private static @Nullable Sending begin(String method, Object address) {
    String url = address.toString();
    int host = url.indexOf("://") + 3;
    int path = url.indexOf('/', host);
    if (host < 3 || path < 0) {
      return null;
    }
    int query = url.indexOf('?', path);
    int port = url.lastIndexOf(':', path);
    boolean noPort = port < host || url.charAt(path - 1) == ']';
    return Sending.begin(
        method,
        url.substring(host, noPort ? path : port),
        noPort ? 0 : Integer.parseInt(url, port + 1, path, 10),
        url.startsWith("https"),
        url.substring(path, query < 0 ? url.length() : query),
        query < 0 ? null : url.substring(query + 1));
  }
}
