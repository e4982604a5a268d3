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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * An HTTP server on loopback that speaks the dialects of several providers, and answers from a
 * script.
 *
 * <p>Thread-safe. Owns daemon threads and a port until it is closed. A request without a scripted
 * reply gets status 500 and a message that says so.
 */
public final class FakeLlmServer implements AutoCloseable {

  static {
    // Read once by the JDK's server. Without it, Nagle's algorithm delays the chunks of a stream.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int MAX_KEPT_REQUESTS = 10_000;

  private final Script<LlmRequest, LlmReply> script;
  private final Map<String, String> headers;
  private final boolean compressing;
  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ReplyWriter writer = new ReplyWriter(closed);
  private final Object recordLock = new Object();
  private final Deque<LlmRequest> requests = new ArrayDeque<>();
  private long requestCount;
  private volatile long lastRequestNanos = System.nanoTime();

  private FakeLlmServer(Builder builder) {
    this.script = builder.script;
    this.headers = Map.copyOf(builder.headers);
    this.compressing = builder.compressing;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "fake-llm");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Runs a scenario as a process: prints {@code listening on 127.0.0.1:PORT} and stops when stdin
   * closes or no request came for a while.
   *
   * @param arguments the scenario ({@code demo}, {@code stream}, {@code loop}, {@code errors},
   *     {@code hang}, {@code broken}, {@code providers} or {@code newsroom}) and, optionally, the
   *     idle limit in seconds (600 by default)
   */
  public static void main(String[] arguments) {
    Builder scenario = arguments.length == 0 ? null : Scenarios.named(arguments[0]);
    if (scenario == null || arguments.length > 2) {
      System.err.println(
          "usage: FakeLlmServer demo|stream|loop|errors|hang|broken|providers|newsroom"
              + " [idle limit in s]");
      System.exit(2);
      return;
    }
    long idleLimitSeconds = arguments.length == 2 ? Long.parseLong(arguments[1]) : 600;
    try (FakeLlmServer server = scenario.start()) {
      System.out.println("listening on 127.0.0.1:" + server.port());
      System.out.flush();
      server.awaitStdinOrIdle(TimeUnit.SECONDS.toNanos(idleLimitSeconds));
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects the script of a server. Not thread-safe. */
  public static final class Builder {
    private final Script<LlmRequest, LlmReply> script = new Script<>();
    private final Map<String, String> headers = new TreeMap<>();
    private boolean compressing;

    private Builder() {}

    /** Adds a header to every reply, such as the request's id or a rate limit. */
    public Builder header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Compresses the scripted replies for whoever accepts gzip. */
    public Builder compressing() {
      compressing = true;
      return this;
    }

    /** Adds a reply to the queue, which serves requests that no rule matches. */
    public Builder reply(LlmReply reply) {
      script.enqueue(reply);
      return this;
    }

    /**
     * Adds a rule. Rules are tried in the order in which they were added, before the queue.
     *
     * @param more replies to the second and further matches; the last one is repeated
     */
    public Builder when(Predicate<LlmRequest> condition, LlmReply first, LlmReply... more) {
      List<LlmReply> all = new ArrayList<>();
      all.add(first);
      Collections.addAll(all, more);
      script.addRule(condition, all);
      return this;
    }

    /** Sets the reply to requests that no rule matches once the queue is empty. */
    public Builder otherwise(LlmReply reply) {
      script.setFallback(reply);
      return this;
    }

    /** Starts the server on a free port of the loopback address. */
    public FakeLlmServer start() {
      return new FakeLlmServer(this);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns the base URL for OpenAI and Anthropic clients, which ends with {@code /v1}. */
  public String baseUrl() {
    return rootUrl() + "/v1";
  }

  /** Returns the address of the server without any path. */
  public String rootUrl() {
    return "http://127.0.0.1:" + port();
  }

  /** Adds a reply to the queue while the server runs. */
  public void enqueue(LlmReply reply) {
    script.enqueue(reply);
  }

  /** Returns the requests in the order of their arrival; past 10,000 the oldest are forgotten. */
  public List<LlmRequest> requests() {
    synchronized (recordLock) {
      return List.copyOf(requests);
    }
  }

  /** Returns the number of requests since the start. */
  public long requestCount() {
    synchronized (recordLock) {
      return requestCount;
    }
  }

  /** Waits until so many requests have arrived; throws AssertionError when they do not. */
  public void awaitRequests(long count, long timeoutMillis) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    synchronized (recordLock) {
      while (requestCount < count) {
        long leftNanos = deadlineNanos - System.nanoTime();
        if (leftNanos <= 0) {
          throw new AssertionError(
              requestCount + " of " + count + " requests within " + timeoutMillis + " ms");
        }
        TimeUnit.NANOSECONDS.timedWait(recordLock, leftNanos);
      }
    }
  }

  /** Stops at once; open connections are closed. Closing twice does nothing. */
  @Override
  public void close() {
    closed.countDown();
    synchronized (recordLock) {
      recordLock.notifyAll();
    }
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    LlmRequest request = read(exchange);
    long number = record(request);
    headers.forEach(exchange.getResponseHeaders()::set);
    if (request.method().equals("POST") && OpenAiModels.answer(exchange, request)) {
      return;
    }
    Dialect dialect = Dialect.of(request.path());
    if (dialect == null) {
      String message = "Invalid URL (" + request.method() + " " + request.path() + ")";
      ReplyWriter.sendError(exchange, Dialect.OPENAI, 404, message);
      return;
    }
    if (!request.method().equals("POST")) {
      ReplyWriter.sendError(exchange, dialect, 405, "Only POST requests are accepted.");
      return;
    }
    if (request.json().isEmpty()) {
      ReplyWriter.sendError(
          exchange, dialect, 400, "We could not parse the JSON body of your request.");
      return;
    }
    LlmReply reply = script.replyTo(request);
    if (reply == null) {
      ReplyWriter.sendError(exchange, dialect, 500, "No reply is scripted for this request.");
      return;
    }
    String accepted = request.header("Accept-Encoding");
    if (compressing && accepted != null && accepted.contains("gzip")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    writer.send(exchange, dialect, request, reply, () -> awaitRequestAfter(number));
  }

  private static LlmRequest read(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    return new LlmRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Collections.unmodifiableMap(headers),
        body,
        parse(body));
  }

  private static Map<String, @Nullable Object> parse(String body) {
    Map<String, @Nullable Object> json = Json.object();
    try {
      if (Json.parse(body) instanceof Map<?, ?> object) {
        object.forEach((name, value) -> json.put(String.valueOf(name), value));
      }
    } catch (JacksonException e) {
      return Map.of();
    }
    return Collections.unmodifiableMap(json);
  }

  private long record(LlmRequest request) {
    lastRequestNanos = System.nanoTime();
    synchronized (recordLock) {
      requests.add(request);
      if (requests.size() > MAX_KEPT_REQUESTS) {
        requests.remove();
      }
      requestCount++;
      recordLock.notifyAll();
      return requestCount;
    }
  }

  private void awaitRequestAfter(long number) throws IOException {
    synchronized (recordLock) {
      while (requestCount <= number && closed.getCount() > 0) {
        try {
          recordLock.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw ReplyWriter.brokenOnPurpose();
        }
      }
    }
  }

  private void awaitStdinOrIdle(long idleLimitNanos) {
    CountDownLatch stdinClosed = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // A broken stdin counts as closed.
              } finally {
                stdinClosed.countDown();
              }
            },
            "fake-llm-stdin");
    reader.setDaemon(true);
    reader.start();
    try {
      long idleNanos = 0;
      while (idleNanos < idleLimitNanos
          && !stdinClosed.await(idleLimitNanos - idleNanos, TimeUnit.NANOSECONDS)) {
        idleNanos = System.nanoTime() - lastRequestNanos;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
