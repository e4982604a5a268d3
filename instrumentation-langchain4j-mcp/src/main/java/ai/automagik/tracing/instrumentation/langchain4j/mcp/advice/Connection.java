package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.WeakMap;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is known of the way from a transport to its server. Thread-safe. */
final class Connection {
  private static final WeakMap<Connection> BY_TRANSPORT = new WeakMap<>();

  private final @Nullable String networkTransport;
  private final @Nullable String serverAddress;
  private final @Nullable Long serverPort;

  /** The transport's own; its value changes with every new session. */
  private final @Nullable AtomicReference<String> session;

  /** As the server wants it; null before it has said so. */
  private volatile @Nullable String protocolVersion;

  private Connection(
      @Nullable String networkTransport,
      @Nullable URI server,
      @Nullable AtomicReference<String> session) {
    this.networkTransport = networkTransport;
    this.serverAddress = server == null ? null : server.getHost();
    this.serverPort = serverAddress == null ? null : port(server);
    this.session = session;
  }

  /** Notes that a transport talks with a process that it starts. */
  static void toProcess(Object transport) {
    BY_TRANSPORT.put(transport, new Connection("pipe", null, null));
  }

  /**
   * Notes where a transport leads to.
   *
   * @param session where the transport keeps the id of its session; null when it has none
   */
  static void toServer(Object transport, String url, @Nullable AtomicReference<String> session) {
    BY_TRANSPORT.put(transport, new Connection("tcp", parse(url), session));
  }

  /** The connection of a transport, of which nothing may be known. */
  static Connection of(Object transport) {
    Connection known = BY_TRANSPORT.get(transport);
    if (known == null) {
      known = new Connection(null, null, null);
      BY_TRANSPORT.put(transport, known);
    }
    return known;
  }

  void protocolVersion(@Nullable String version) {
    protocolVersion = version;
  }

  void describeIn(ActiveSpan span) {
    span.set(Attribute.NETWORK_TRANSPORT, networkTransport);
    span.set(Attribute.SERVER_ADDRESS, serverAddress);
    span.set(Attribute.SERVER_PORT, serverPort);
    span.set(Attribute.MCP_SESSION_ID, session == null ? null : session.get());
    span.set(Attribute.MCP_PROTOCOL_VERSION, protocolVersion);
  }

  private static @Nullable URI parse(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException noUrl) {
      return null; // The transport will say so when it is to use it.
    }
  }

  private static @Nullable Long port(@Nullable URI server) {
    if (server == null || server.getScheme() == null) {
      return null;
    }
    if (server.getPort() >= 0) {
      return Long.valueOf(server.getPort());
    }
    String scheme = server.getScheme();
    boolean secure = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("wss");
    return secure ? 443L : 80L;
  }
}
