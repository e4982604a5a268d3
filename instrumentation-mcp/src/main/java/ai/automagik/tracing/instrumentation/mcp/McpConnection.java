package ai.automagik.tracing.instrumentation.mcp;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of the way to the other side of MCP. Thread-safe. */
public final class McpConnection {
  private final @Nullable String networkTransport;
  private final @Nullable String serverAddress;
  private final @Nullable Long serverPort;

  /** Null where there are no sessions. */
  private final @Nullable Supplier<@Nullable String> session;

  /** As the server wants it; null before it has said so. */
  private volatile @Nullable String protocolVersion;

  private McpConnection(
      @Nullable String networkTransport,
      @Nullable URI server,
      @Nullable Supplier<@Nullable String> session) {
    this.networkTransport = networkTransport;
    this.serverAddress = server == null ? null : server.getHost();
    this.serverPort = serverAddress == null ? null : port(server);
    this.session = session;
  }

  /** A connection of which nothing is known. */
  public static McpConnection unknown() {
    return new McpConnection(null, null, null);
  }

  /** A connection over the standard streams of a process. */
  public static McpConnection pipe() {
    return new McpConnection("pipe", null, null);
  }

  /** A connection over HTTP, seen from the server; the session may have no id. */
  public static McpConnection ofClient(@Nullable String session) {
    return new McpConnection("tcp", null, session == null ? null : () -> session);
  }

  /** A connection to a server without sessions. */
  public static McpConnection toServer(@Nullable URI server) {
    return new McpConnection("tcp", server, null);
  }

  /**
   * A connection to a server.
   *
   * @param session gives the id of the session, which changes with every new one; null without one
   */
  public static McpConnection toServer(@Nullable URI server, Supplier<@Nullable String> session) {
    return new McpConnection("tcp", server, session);
  }

  /** The address that a text is; null when it is none. */
  public static @Nullable URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException noUrl) {
      return null; // The transport will say so when it is to use it.
    }
  }

  /** Notes what both sides have agreed on. */
  public void protocolVersion(@Nullable String version) {
    protocolVersion = version;
  }

  /** Says all that is known; where the server is, only of a request that goes there. */
  public void describeIn(ActiveSpan span) {
    span.set(Attribute.NETWORK_TRANSPORT, networkTransport);
    if (span.kind() != Operation.Kind.SERVER) {
      span.set(Attribute.SERVER_ADDRESS, serverAddress);
      span.set(Attribute.SERVER_PORT, serverPort);
    }
    span.set(Attribute.MCP_SESSION_ID, session == null ? null : session.get());
    span.set(Attribute.MCP_PROTOCOL_VERSION, protocolVersion);
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
