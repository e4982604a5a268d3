package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where transports lead to. Thread-safe. */
final class Transports {
  private static final WeakMap<McpConnection> CONNECTIONS = new WeakMap<>();

  private Transports() {}

  /** Notes that a transport talks with a process that it starts. */
  static void toProcess(Object transport) {
    CONNECTIONS.put(transport, McpConnection.pipe());
  }

  /**
   * Notes where a transport leads to.
   *
   * @param session where the transport keeps the id of its session; null when it has none
   */
  static void toServer(Object transport, String url, @Nullable AtomicReference<String> session) {
    CONNECTIONS.put(
        transport,
        session == null
            ? McpConnection.toServer(McpConnection.address(url))
            : McpConnection.toServer(McpConnection.address(url), session::get));
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
}
