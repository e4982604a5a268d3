package ai.automagik.tracing.instrumentation.http.vertx.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.impl.HttpClientImpl;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One request that is traced, on its connection. Found by the client's request; one thread at a
 * time sends its body.
 */
final class Exchange {
  private static final WeakMap<Exchange> EXCHANGES = new WeakMap<>();
  private static final int HTTPS = 443;

  private final HttpCall call;
  private boolean sent;

  private Exchange(HttpCall call) {
    this.call = call;
  }

  /** Begins a call, on the thread that asks for it; null when it is not traced. */
  static @Nullable HttpCall begin(Object client, RequestOptions asked) {
    String host = asked.getHost();
    Integer port = asked.getPort();
    Boolean secure = asked.isSsl();
    if (host == null || port == null || secure == null) {
      HttpClientOptions usual = usual(client);
      if (usual != null) {
        host = host == null ? usual.getDefaultHost() : host;
        port = port == null ? (Integer) usual.getDefaultPort() : port;
        secure = secure == null ? (Boolean) usual.isSsl() : secure;
      }
    }
    String address = asked.getURI();
    if (port == null || address == null || asked.getMethod() == null) {
      return null;
    }
    int query = address.indexOf('?');
    Sending sending =
        Sending.begin(
            asked.getMethod().name(),
            host,
            port,
            secure == null ? port == HTTPS : secure,
            query < 0 ? address : address.substring(0, query),
            query < 0 ? null : address.substring(query + 1));
    return sending == null ? null : sending.end();
  }

  /** What a request is made of that does not say so; null where the client does not tell. */
  private static @Nullable HttpClientOptions usual(Object client) {
    return client instanceof HttpClientImpl known ? known.options() : null;
  }

  /** There is a connection, and the request that goes out on it. */
  static void carriedBy(HttpClientRequest request, HttpCall call) {
    EXCHANGES.put(request, new Exchange(call));
    call.deliveredBy(request);
  }

  /** Null where a request is not traced. */
  static @Nullable Exchange find(Object request) {
    return EXCHANGES.isEmpty() ? null : EXCHANGES.get(request);
  }

  static void forget(Object request) {
    Exchange unused = EXCHANGES.remove(request);
  }

  HttpCall call() {
    return call;
  }

  /** Shows a piece of the request's body, where it is; since 5.1 it can only be copied. */
  void sends(@Nullable Object piece) {
    if (!sent) {
      sent = true;
      call.requestBegins();
    }
    if (piece instanceof ByteBuf bytes && bytes.isReadable()) {
      for (ByteBuffer part : bytes.nioBuffers()) {
        call.requestBytes(part);
      }
    } else if (piece instanceof Buffer bytes) {
      call.requestBytes(ByteBuffer.wrap(bytes.getBytes()));
    }
  }

  static void close(@Nullable Object entered) {
    if (entered instanceof OpenStream.Callback callback) {
      callback.close();
    }
  }
}
