package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** Sends scripted replies, with their delays and faults. Thread-safe. */
final class ReplyWriter {

  /** Waits for the request after the one that is answered. */
  interface NextRequest {
    /** Throws when the server is closed meanwhile. */
    void await() throws IOException;
  }

  private final CountDownLatch closed;
  private final AtomicLong replies = new AtomicLong();

  /**
   * @param closed ends every delay and breaks the connection that was waiting
   */
  ReplyWriter(CountDownLatch closed) {
    this.closed = closed;
  }

  /** Sends the reply, or breaks the connection by throwing. */
  void send(
      HttpExchange exchange,
      Dialect dialect,
      LlmRequest request,
      LlmReply reply,
      NextRequest nextRequest)
      throws IOException {
    pause(reply.firstByteDelayMillis());
    if (reply.fault() instanceof LlmReply.HttpError error) {
      if (error.retryAfterSeconds() != null) {
        exchange.getResponseHeaders().set("Retry-After", error.retryAfterSeconds().toString());
      }
      String message = dialect.wire().errorMessage(error.status(), request.model());
      sendError(exchange, dialect, error.status(), message);
    } else if (reply.fault() == LlmReply.Plain.CONNECTION_CLOSED) {
      throw new BrokenOnPurpose();
    } else if (reply.fault() == LlmReply.Plain.HANG) {
      pause(Long.MAX_VALUE);
    } else if (request.stream()) {
      sendStream(exchange, dialect.wire(), request, reply, nextRequest);
    } else {
      sendBody(exchange, dialect.wire(), request, reply);
    }
  }

  private void sendBody(
      HttpExchange exchange, Dialect.Wire wire, LlmRequest request, LlmReply reply)
      throws IOException {
    byte[] body = wire.body(head(request, reply), reply).getBytes(UTF_8);
    if (reply.fault() == LlmReply.Plain.MALFORMED_JSON) {
      sendJson(exchange, 200, Arrays.copyOf(body, body.length / 2));
    } else if (reply.fault() instanceof LlmReply.Cut) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      OutputStream out = exchange.getResponseBody();
      out.write(body, 0, body.length / 2);
      out.flush();
      throw new BrokenOnPurpose();
    } else {
      sendJson(exchange, 200, body);
    }
  }

  private void sendStream(
      HttpExchange exchange,
      Dialect.Wire wire,
      LlmRequest request,
      LlmReply reply,
      NextRequest nextRequest)
      throws IOException {
    List<String> chunks = new ArrayList<>(wire.chunks(head(request, reply), request, reply));
    if (reply.fault() == LlmReply.Plain.MALFORMED_JSON) {
      chunks.set(1, wire.malformedChunk());
    }
    int end = chunks.size();
    if (reply.fault() instanceof LlmReply.Cut cut) {
      end = cut.afterChunks();
    } else if (reply.fault() instanceof LlmReply.Stall stall) {
      end = stall.afterChunks();
    }
    exchange.getResponseHeaders().set("Content-Type", wire.streamContentType());
    OutputStream out = begin(exchange, 200, 0);
    for (int i = 0; i < Math.min(end, chunks.size()); i++) {
      if (i > 0) {
        pause(reply.chunkDelayMillis());
      }
      out.write(chunks.get(i).getBytes(wire.streamCharset()));
      out.flush();
    }
    if (reply.fault() instanceof LlmReply.Stall) {
      nextRequest.await();
    }
    if (end < chunks.size()) {
      pause(reply.chunkDelayMillis());
      throw new BrokenOnPurpose();
    }
    out.close();
    exchange.close();
  }

  private Dialect.Head head(LlmRequest request, LlmReply reply) {
    String model = reply.model() != null ? reply.model() : request.model();
    return new Dialect.Head(replies.incrementAndGet(), System.currentTimeMillis(), model);
  }

  static void sendError(HttpExchange exchange, Dialect dialect, int status, String message)
      throws IOException {
    dialect.wire().errorHeaders(status).forEach(exchange.getResponseHeaders()::set);
    sendJson(exchange, status, dialect.wire().error(status, message).getBytes(UTF_8));
  }

  private static void sendJson(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    OutputStream out = begin(exchange, status, body.length);
    out.write(body);
    out.close();
    exchange.close();
  }

  /** Begins a body, which is compressed if its header says so; then nobody knows its length. */
  private static OutputStream begin(HttpExchange exchange, int status, long length)
      throws IOException {
    boolean gzip = "gzip".equals(exchange.getResponseHeaders().getFirst("Content-Encoding"));
    exchange.sendResponseHeaders(status, gzip ? 0 : length);
    OutputStream body = exchange.getResponseBody();
    return gzip ? new GZIPOutputStream(body, true) : body;
  }

  /** Waits, and breaks the connection when the server is closed meanwhile. */
  private void pause(long millis) throws IOException {
    try {
      if (millis > 0 && closed.await(millis, TimeUnit.MILLISECONDS)) {
        throw new BrokenOnPurpose();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokenOnPurpose();
    }
  }

  /** An exception that breaks the connection. */
  static IOException brokenOnPurpose() {
    return new BrokenOnPurpose();
  }

  /** Makes the JDK's server drop the connection without the final chunk. */
  private static final class BrokenOnPurpose extends IOException {
    private static final long serialVersionUID = 1;
  }
}
