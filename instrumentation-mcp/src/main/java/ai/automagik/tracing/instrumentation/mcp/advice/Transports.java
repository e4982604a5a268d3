package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import io.modelcontextprotocol.spec.McpTransportSession;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where the transports of clients lead to. Thread-safe. */
final class Transports {
  private static final WeakMap<McpConnection> CONNECTIONS = new WeakMap<>();

  private Transports() {}

  /** Notes that a transport talks with a process that it starts. */
  static void toProcess(Object transport) {
    CONNECTIONS.put(transport, McpConnection.pipe());
  }

  /** Notes where a transport without sessions leads to. */
  static void toServer(Object transport, URI server) {
    CONNECTIONS.put(transport, McpConnection.toServer(server));
  }

  /**
   * Notes where a transport leads to.
   *
   * @param sessions where the transport keeps its session. Held weakly: a session knows its
   *     transport, which could never be forgotten
   */
  static void toServer(Object transport, URI server, AtomicReference<?> sessions) {
    WeakReference<AtomicReference<?>> weakly = new WeakReference<>(sessions);
    CONNECTIONS.put(transport, McpConnection.toServer(server, () -> id(weakly.get())));
  }

  /** The connection of a transport, of which nothing may be known. */
  static McpConnection of(Object transport) {
    McpConnection known = CONNECTIONS.get(transport);
    if (known == null) {
      known = McpConnection.unknown();
      CONNECTIONS.put(transport, known);
    }
    return known;
  }

  private static @Nullable String id(@Nullable AtomicReference<?> sessions) {
    return sessions != null && sessions.get() instanceof McpTransportSession<?> session
        ? session.sessionId().orElse(null)
        : null;
  }
}
