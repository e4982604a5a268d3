package com.example.mcpsdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;

/**
 * Streamable HTTP on the JDK's server: with sessions at {@code /mcp}, without at {@code /plain}.
 */
final class StreamableServer implements McpStreamableServerTransportProvider, AutoCloseable {
  private static final McpJsonMapper JSON = McpJsonDefaults.getMapper();

  private final Map<String, McpStreamableServerSession> sessions = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer http;
  private McpStreamableServerSession.Factory factory;
  private McpStatelessServerHandler stateless;

  StreamableServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/mcp", exchange -> serve(exchange, true));
    http.createContext("/plain", exchange -> serve(exchange, false));
    http.setExecutor(threads);
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** The transport for a server without sessions. */
  McpStatelessServerTransport withoutSessions() {
    return new McpStatelessServerTransport() {
      @Override
      public void setMcpHandler(McpStatelessServerHandler handler) {
        stateless = handler;
      }

      @Override
      public Mono<Void> closeGracefully() {
        return Mono.empty();
      }
    };
  }

  @Override
  public void setSessionFactory(McpStreamableServerSession.Factory made) {
    factory = made;
  }

  private void serve(HttpExchange exchange, boolean withSessions) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(JSON, body);
      String id = exchange.getRequestHeaders().getFirst("Mcp-Session-Id");
      if (!(message instanceof JSONRPCRequest request)) {
        accept(message, id);
        exchange.sendResponseHeaders(202, -1);
      } else if (!withSessions) {
        answer(exchange, stateless.handleRequest(McpTransportContext.EMPTY, request).block());
      } else if (id == null) {
        initialize(exchange, request);
      } else {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        sessions.get(id).responseStream(new Events(exchange)).handle(request).block();
      }
    }
  }

  private void accept(JSONRPCMessage message, String id) {
    if (message instanceof JSONRPCNotification notification) {
      if (id == null) {
        stateless.handleNotification(McpTransportContext.EMPTY, notification).block();
      } else {
        sessions.get(id).accept(notification).block();
      }
    } else if (message instanceof JSONRPCResponse response) {
      sessions.get(id).accept(response).block();
    }
  }

  private void initialize(HttpExchange exchange, JSONRPCRequest request) throws IOException {
    var init = factory.startSession(JSON.convertValue(request.params(), InitializeRequest.class));
    sessions.put(init.session().getId(), init.session());
    exchange.getResponseHeaders().add("Mcp-Session-Id", init.session().getId());
    answer(exchange, JSONRPCResponse.result(request.id(), init.initResult().block()));
  }

  private static void answer(HttpExchange exchange, Object message) throws IOException {
    byte[] body = JSON.writeValueAsBytes(message);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(this::close);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  /** The way back for one request: its answer, and before it what the server asks the client. */
  private record Events(HttpExchange exchange) implements McpStreamableServerTransport {
    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message, String messageId) {
      return sendMessage(message);
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
      return Mono.fromRunnable(
          () -> {
            try {
              String event = "event: message\ndata: " + JSON.writeValueAsString(message) + "\n\n";
              exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
              exchange.getResponseBody().flush();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
      return JSON.convertValue(data, type);
    }
  }
}
