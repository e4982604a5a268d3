package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends scripted replies, with their delays and faults. Thread-safe. */
final class ReplyWriter {

  private final CountDownLatch closed;
  private final AtomicLong replies = new AtomicLong();

  /**
   * @param closed ends every delay and breaks the connection that was waiting
   */
  ReplyWriter(CountDownLatch closed) {
    this.closed = closed;
  }

  /** Sends the reply, or breaks the connection by throwing. */
  void send(HttpExchange exchange, LlmRequest request, LlmReply reply) throws IOException {
    pause(reply.firstByteDelayMillis());
    if (reply.fault() instanceof LlmReply.HttpError error) {
      if (error.retryAfterSeconds() != null) {
        exchange.getResponseHeaders().set("Retry-After", error.retryAfterSeconds().toString());
      }
      sendError(exchange, error.status(), OpenAiWire.errorMessage(error.status(), request.model()));
    } else if (reply.fault() == LlmReply.Plain.CONNECTION_CLOSED) {
      throw new BrokenOnPurpose();
    } else if (reply.fault() == LlmReply.Plain.HANG) {
      pause(Long.MAX_VALUE);
    } else if (request.stream()) {
      sendStream(exchange, request, reply);
    } else {
      sendCompletion(exchange, request, reply);
    }
  }

  private void sendCompletion(HttpExchange exchange, LlmRequest request, LlmReply reply)
      throws IOException {
    byte[] body = OpenAiWire.completion(head(request, reply), reply).getBytes(UTF_8);
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

  private void sendStream(HttpExchange exchange, LlmRequest request, LlmReply reply)
      throws IOException {
    List<String> chunks =
        new ArrayList<>(OpenAiWire.chunks(head(request, reply), reply, request.includeUsage()));
    chunks.add("[DONE]");
    if (reply.fault() == LlmReply.Plain.MALFORMED_JSON) {
      chunks.set(1, "{\"id\":\"chatcmpl-");
    }
    int end = reply.fault() instanceof LlmReply.Cut cut ? cut.afterChunks() : chunks.size();
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (int i = 0; i < Math.min(end, chunks.size()); i++) {
      if (i > 0) {
        pause(reply.chunkDelayMillis());
      }
      out.write(("data: " + chunks.get(i) + "\n\n").getBytes(UTF_8));
      out.flush();
    }
    if (reply.fault() instanceof LlmReply.Cut) {
      throw new BrokenOnPurpose();
    }
    exchange.close();
  }

  private OpenAiWire.Head head(LlmRequest request, LlmReply reply) {
    String id = String.format(Locale.ROOT, "chatcmpl-fake%06d", replies.incrementAndGet());
    String model = reply.model() != null ? reply.model() : request.model();
    return new OpenAiWire.Head(id, System.currentTimeMillis() / 1000, model);
  }

  static void sendError(HttpExchange exchange, int status, String message) throws IOException {
    sendJson(exchange, status, OpenAiWire.error(status, message).getBytes(UTF_8));
  }

  private static void sendJson(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
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

  /** Makes the JDK's server drop the connection without the final chunk. */
  private static final class BrokenOnPurpose extends IOException {
    private static final long serialVersionUID = 1;
  }
}
