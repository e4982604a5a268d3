package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.WeakMap;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import io.modelcontextprotocol.spec.McpServerSession;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** What servers know of their clients, and the answers that they owe them. Thread-safe. */
final class ServerSessions {
  private static final String STDIO =
      "io.modelcontextprotocol.server.transport.StdioServerTransportProvider$";

  private static final WeakMap<McpConnection> CONNECTIONS = new WeakMap<>();
  private static final WeakMap<Stream> STREAMS = new WeakMap<>();
  private static final WeakMap<Exchange> EXPECTED = new WeakMap<>();

  private ServerSessions() {}

  /**
   * A stream of events, which a client has opened with one request or to listen.
   *
   * @param transport held weakly, because it may know the stream
   */
  record Stream(McpConnection connection, WeakReference<Object> transport) {}

  /** The connection of a session with one client, by the standard streams or over HTTP. */
  static McpConnection ofOneClient(McpServerSession session, Object transport) {
    if (!transport.getClass().getName().startsWith(STDIO)) {
      return of(session, session.getId());
    }
    McpConnection known = CONNECTIONS.get(session);
    if (known == null) {
      known = McpConnection.pipe();
      CONNECTIONS.put(session, known);
    }
    return known;
  }

  /** The connection of a session over HTTP. */
  static McpConnection of(Object session, @Nullable String id) {
    McpConnection known = CONNECTIONS.get(session);
    if (known == null) {
      known = McpConnection.ofClient(id);
      CONNECTIONS.put(session, known);
    }
    return known;
  }

  static void opened(Object stream, McpConnection connection, Object transport) {
    STREAMS.put(stream, new Stream(connection, new WeakReference<>(transport)));
  }

  static @Nullable Stream stream(Object stream) {
    return STREAMS.get(stream);
  }

  /** Notes that a transport, which was made for one request, is to bring its answer. */
  static void expect(Object transport, Exchange exchange) {
    EXPECTED.put(transport, exchange);
  }

  /** What a transport is to answer; null when that is nothing, or unknown. */
  static @Nullable Exchange expected(Object transport) {
    return EXPECTED.isEmpty() ? null : EXPECTED.get(transport);
  }
}
