package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server on loopback that answers from a script, over both kinds of HTTP: {@link #url()} is
 * the newer one, {@link #sseUrl()} the older one with a stream of events for all answers.
 *
 * <p>Thread-safe. Owns daemon threads and a port until it is closed. {@code initialize} and {@code
 * ping} are answered without a script, any other request that has none is an unknown method.
 */
public final class FakeMcpServer implements AutoCloseable {

  private static final int MAX_KEPT_REQUESTS = 10_000;
  private static final String SESSION = "Mcp-Session-Id";

  private final Script<McpRequest, McpReply> script;
  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, OutputStream> eventStreams = new ConcurrentHashMap<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private final Deque<McpRequest> requests = new ArrayDeque<>();

  private FakeMcpServer(Script<McpRequest, McpReply> script) {
    this.script = script;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "fake-mcp");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/mcp", this::handle);
    server.createContext("/sse", this::openEvents);
    server.createContext("/messages", this::handleForEvents);
    server.start();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects the script of a server. Not thread-safe. */
  public static final class Builder {
    private final Script<McpRequest, McpReply> script = new Script<>();

    private Builder() {}

    /**
     * Adds a rule. Rules are tried in the order in which they were added.
     *
     * @param more replies to the second and further matches; the last one is repeated
     */
    public Builder when(Predicate<McpRequest> condition, McpReply first, McpReply... more) {
      List<McpReply> all = new ArrayList<>();
      all.add(first);
      Collections.addAll(all, more);
      script.addRule(condition, all);
      return this;
    }

    /** Adds a rule for all requests of a method. */
    public Builder when(String method, McpReply first, McpReply... more) {
      return when(request -> request.method().equals(method), first, more);
    }

    /** Adds a rule for the requests of a method for one tool, prompt or resource. */
    public Builder when(String method, String target, McpReply first, McpReply... more) {
      return when(
          request -> request.method().equals(method) && request.target().equals(target),
          first,
          more);
    }

    /** Starts the server on a free port of the loopback address. */
    public FakeMcpServer start() {
      return new FakeMcpServer(script);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns the address for clients of the newer kind, "streamable HTTP". */
  public String url() {
    return "http://127.0.0.1:" + port() + "/mcp";
  }

  /** Returns the address for clients of the older kind, "HTTP with SSE". */
  public String sseUrl() {
    return "http://127.0.0.1:" + port() + "/sse";
  }

  /** Returns the messages in the order of their arrival; past 10,000 the oldest are forgotten. */
  public List<McpRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** Stops at once; open connections are closed. Closing twice does nothing. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      status(exchange, 405);
      return;
    }
    McpRequest request = read(exchange);
    McpReply reply = replyTo(request);
    if (reply == null) {
      status(exchange, 202);
      return;
    }
    pause(reply.delayMillis());
    if (request.method().equals("initialize")) {
      exchange.getResponseHeaders().set(SESSION, "session-" + sessions.incrementAndGet());
    }
    if (failed(exchange, reply)) {
      return;
    }
    List<Map<String, @Nullable Object>> messages = messages(request, reply);
    boolean stream = messages.size() > 1 || reply.fault() instanceof McpReply.Cancelled;
    exchange
        .getResponseHeaders()
        .set("Content-Type", stream ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (Map<String, @Nullable Object> message : messages) {
      String text = Json.write(message);
      out.write((stream ? "event: message\ndata: " + text + "\n\n" : text).getBytes(UTF_8));
      out.flush();
    }
    exchange.close();
  }

  private void openEvents(HttpExchange exchange) throws IOException {
    String session = String.valueOf(sessions.incrementAndGet());
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    eventStreams.put(session, out);
    out.write(("event: endpoint\ndata: /messages?" + session + "\n\n").getBytes(UTF_8));
    out.flush();
    // Stays open: the answers come from the handlers of the requests.
  }

  private void handleForEvents(HttpExchange exchange) throws IOException {
    McpRequest request = read(exchange);
    McpReply reply = replyTo(request);
    OutputStream out = eventStreams.get(exchange.getRequestURI().getQuery());
    if (reply == null || out == null) {
      status(exchange, reply == null ? 202 : 404);
      return;
    }
    pause(reply.delayMillis());
    if (reply.fault() == McpReply.Plain.SILENCE) {
      status(exchange, 202);
      return;
    }
    if (failed(exchange, reply)) {
      return;
    }
    status(exchange, 202);
    for (Map<String, @Nullable Object> message : messages(request, reply)) {
      synchronized (out) {
        out.write(("event: message\ndata: " + Json.write(message) + "\n\n").getBytes(UTF_8));
        out.flush();
      }
    }
  }

  private boolean failed(HttpExchange exchange, McpReply reply) throws IOException {
    if (reply.fault() instanceof McpReply.HttpStatus status) {
      status(exchange, status.status());
      return true;
    }
    if (reply.fault() == McpReply.Plain.CONNECTION_CLOSED) {
      throw new IOException("broken on purpose");
    }
    if (reply.fault() == McpReply.Plain.SILENCE) {
      pause(Long.MAX_VALUE);
      return true;
    }
    return false;
  }

  private static List<Map<String, @Nullable Object>> messages(McpRequest request, McpReply reply) {
    List<Map<String, @Nullable Object>> messages = new ArrayList<>(reply.notifications());
    Map<String, @Nullable Object> last = Json.object("jsonrpc", "2.0");
    if (reply.fault() instanceof McpReply.Cancelled cancelled) {
      last.put("method", "notifications/cancelled");
      last.put("params", Json.object("requestId", request.id(), "reason", cancelled.reason()));
    } else {
      last.put("id", request.id());
      last.putAll(reply.outcome());
    }
    messages.add(last);
    return messages;
  }

  /** Returns null when the message wants no answer. */
  private @Nullable McpReply replyTo(McpRequest request) {
    synchronized (requests) {
      requests.add(request);
      if (requests.size() > MAX_KEPT_REQUESTS) {
        requests.remove();
      }
    }
    if (request.id() == null) {
      return null;
    }
    McpReply scripted = script.replyTo(request);
    if (scripted != null) {
      return scripted;
    }
    return switch (request.method()) {
      case "initialize" ->
          McpReply.result(
              "protocolVersion",
              request.params().get("protocolVersion"),
              "capabilities",
              Json.object("tools", Json.object(), "resources", Json.object()),
              "serverInfo",
              Json.object("name", "fake", "version", "1"));
      case "ping" -> McpReply.result();
      default -> McpReply.error(-32601, "Method not found: " + request.method());
    };
  }

  private static McpRequest read(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    Map<String, @Nullable Object> json = Json.object();
    if (Json.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
        instanceof Map<?, ?> object) {
      object.forEach((name, value) -> json.put(String.valueOf(name), value));
    }
    return new McpRequest(Collections.unmodifiableMap(headers), Collections.unmodifiableMap(json));
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** Waits, and breaks the connection when the server is closed meanwhile. */
  private void pause(long millis) throws IOException {
    try {
      if (millis > 0 && closed.await(millis, TimeUnit.MILLISECONDS)) {
        throw new IOException("closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("closed", e);
    }
  }
}
