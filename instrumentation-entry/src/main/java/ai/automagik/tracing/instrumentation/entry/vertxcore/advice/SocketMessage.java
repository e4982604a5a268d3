package ai.automagik.tracing.instrumentation.entry.vertxcore.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.entry.ReceivedMessage;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The handling of one message of a web socket: what its handler does, and the blocking tasks that
 * the handler leaves to other threads. Thread-safe; the last of these ends its span.
 */
final class SocketMessage {
  private static final ThreadLocal<@Nullable SocketMessage> HANDLED = new ThreadLocal<>();

  /** The connections have no names of their own. */
  private static final WeakMap<String> CONNECTIONS = new WeakMap<>();

  private static final AtomicInteger CONNECTION_COUNT = new AtomicInteger();

  private final ActiveSpan span;
  private final AtomicInteger partsUnderWay = new AtomicInteger(1);

  private SocketMessage(ActiveSpan span) {
    this.span = span;
  }

  /**
   * Begins the span of a message and makes it current.
   *
   * @return null when this thread is in the middle of a message already
   */
  static @Nullable SocketMessage begin(ServerWebSocket socket) {
    ActiveSpan span = ReceivedMessage.begin(socket.path(), connection(socket));
    if (span == null) {
      return null;
    }
    SocketMessage message = new SocketMessage(span);
    HANDLED.set(message);
    return message;
  }

  private static String connection(ServerWebSocket socket) {
    String known = CONNECTIONS.get(socket);
    if (known == null) { // the frames of one connection come one after the other
      known = "vertx-" + CONNECTION_COUNT.incrementAndGet();
      CONNECTIONS.put(socket, known);
    }
    return known;
  }

  /** The handler has returned. */
  void leave() {
    HANDLED.remove();
    Tracer.leave(span);
    partOver();
  }

  /**
   * The message that this thread handles, with one more part to come; null when it handles none.
   */
  static @Nullable SocketMessage withAnotherPart() {
    SocketMessage message = HANDLED.get();
    if (message != null) {
      message.partsUnderWay.incrementAndGet();
    }
    return message;
  }

  void partOver() {
    if (partsUnderWay.decrementAndGet() == 0) {
      span.end(null);
    }
  }
}
