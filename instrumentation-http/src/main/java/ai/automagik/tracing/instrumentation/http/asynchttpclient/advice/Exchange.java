package ai.automagik.tracing.instrumentation.http.asynchttpclient.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request that is traced, with its attempts and redirects. Found by the client's future. */
final class Exchange {
  private static final WeakMap<Exchange> EXCHANGES = new WeakMap<>();

  private final HttpCall call;

  /** Whether all of the response has come. */
  private volatile boolean whole;

  private Exchange(HttpCall call) {
    this.call = call;
  }

  static void begin(Object future, HttpCall call) {
    EXCHANGES.put(future, new Exchange(call));
    call.deliveredBy(future);
  }

  /** Null where a request is not traced. */
  static @Nullable Exchange find(@Nullable Object future) {
    return future == null || EXCHANGES.isEmpty() ? null : EXCHANGES.get(future);
  }

  /** The request, of which nothing is to be heard any more. */
  static @Nullable Exchange forget(Object future) {
    return EXCHANGES.isEmpty() ? null : EXCHANGES.remove(future);
  }

  HttpCall call() {
    return call;
  }

  /** A piece of the response's body has come, and begins to be taken in. */
  OpenStream.@Nullable Callback receives(ByteBufHolder piece, boolean last) {
    whole = last;
    show(piece, call::responseBytes);
    return call.callback();
  }

  /** The client is done with the request, unless the application has had enough of the answer. */
  OpenStream.@Nullable Callback done() {
    if (whole) {
      return call.ending(null);
    }
    call.cancelled();
    return null;
  }

  static void show(Object message, Consumer<ByteBuffer> to) {
    if (message instanceof ByteBufHolder holder) {
      ByteBuf bytes = holder.content();
      if (bytes.isReadable()) {
        for (ByteBuffer part : bytes.nioBuffers()) {
          to.accept(part);
        }
      }
    }
  }

  static void close(@Nullable Object entered) {
    if (entered instanceof OpenStream.Callback callback) {
      callback.close();
    }
  }
}
