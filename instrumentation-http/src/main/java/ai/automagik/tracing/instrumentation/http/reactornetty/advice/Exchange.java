package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at an LLM call, on one connection. Found by the client's operations of that attempt;
 * confined to the connection's event loop, but for its end.
 */
final class Exchange {
  private static final WeakMap<HttpCall> CALLS = new WeakMap<>();
  private static final WeakMap<Exchange> EXCHANGES = new WeakMap<>();

  private final HttpCall call;
  private boolean answered;

  private Exchange(HttpCall call) {
    this.call = call;
  }

  /** The handler makes all attempts at the call. */
  static void handledBy(Object handler, HttpCall call) {
    CALLS.put(handler, call);
  }

  /** An attempt begins on a connection. */
  static void begin(Object handler, Object operations) {
    HttpCall call = CALLS.isEmpty() ? null : CALLS.get(handler);
    if (call != null) {
      call.requestBegins();
      EXCHANGES.put(operations, new Exchange(call));
    }
  }

  /** Null where the operations belong to no LLM call. */
  static @Nullable Exchange find(Object operations) {
    return EXCHANGES.isEmpty() ? null : EXCHANGES.get(operations);
  }

  static void forget(Object operations) {
    Exchange unused = EXCHANGES.remove(operations);
  }

  HttpCall call() {
    return call;
  }

  /** Whether the head of a response has come, that of the last word and no interim one. */
  boolean answered() {
    return answered;
  }

  void answers() {
    answered = true;
  }

  /** Shows bytes where they are. */
  static void show(ByteBuf bytes, Consumer<ByteBuffer> to) {
    if (bytes.isReadable()) {
      for (ByteBuffer piece : bytes.nioBuffers()) {
        to.accept(piece);
      }
    }
  }

  static void close(@Nullable Object entered) {
    if (entered instanceof OpenStream.Callback callback) {
      callback.close();
    }
  }
}
