package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One call on the wire: the bytes that went out and came in, and what they mean. Thread-safe: the
 * threads of the HTTP client hand bytes in, the worker decodes.
 */
public final class WireCall {
  private static final int MAX_INFLATED_BYTES = 4 << 20;
  private static final int FIRST_ERROR_STATUS = 400;

  private final Dialect dialect;
  private final CapturedBody request = new CapturedBody();
  private final CapturedBody response = new CapturedBody();
  private volatile int status;
  private volatile String contentType = "";
  private volatile String contentEncoding = "";

  /**
   * A call in one dialect.
   *
   * @throws IllegalArgumentException when no dialect has this name
   */
  public WireCall(String dialectName) {
    Dialect known = Dialects.named(dialectName);
    if (known == null) {
      throw new IllegalArgumentException("no dialect " + dialectName);
    }
    this.dialect = known;
  }

  /** Copies bytes of the request's body. The buffer stays as it is. */
  public void requestBytes(ByteBuffer bytes) {
    request.add(bytes);
  }

  /** The request's body is sent from its beginning, perhaps again. */
  public void requestBegins() {
    request.clear();
  }

  /** The head of the response has come. */
  public void responseBegins(int statusCode, @Nullable String type, @Nullable String encoding) {
    contentType = type == null ? "" : type.toLowerCase(Locale.ROOT);
    contentEncoding = encoding == null ? "" : encoding.toLowerCase(Locale.ROOT);
    status = statusCode;
    response.clear();
  }

  /** Copies bytes of the response's body. The buffer stays as it is. */
  public void responseBytes(ByteBuffer bytes) {
    response.add(bytes);
  }

  /** Nothing more will come. */
  public void over() {
    request.release();
    response.release();
  }

  /** An upper estimate of the memory kept alive, in bytes. */
  public int heldBytes() {
    return request.heldBytes() + response.heldBytes();
  }

  /** The status of the response; 0 before there is one. */
  public int status() {
    return status;
  }

  /**
   * Says what the call means, as far as it came. To be called on the worker.
   *
   * @param startNanoTime when the call began, by {@link System#nanoTime}
   */
  public void decode(long startNanoTime, Facts facts) {
    dialect.request(JsonValue.parse(request.head()), facts);
    if (status == 0) {
      return;
    }
    facts.set(Attribute.HTTP_STATUS_CODE, (long) status);
    byte[] body = inflated(response.head());
    if (status >= FIRST_ERROR_STATUS) {
      WireError.of(status, body).set(facts);
      return;
    }
    Dialect.Answer answer = dialect.answer();
    boolean serverSentEvents =
        contentType.contains("text/event-stream") || EventStream.looksLikeServerSentEvents(body);
    if (serverSentEvents || contentType.contains("ndjson") || contentType.contains("jsonl")) {
      stream(body, serverSentEvents, answer, startNanoTime, facts);
    } else {
      answer.whole(JsonValue.parse(body));
    }
    answer.finish(facts);
  }

  private void stream(
      byte[] body, boolean serverSentEvents, Dialect.Answer answer, long start, Facts facts) {
    int[] firstContent = {-1};
    EventStream.Events events =
        (name, data, end) -> {
          JsonValue value = JsonValue.parse(data);
          if (WireError.isError(value)) {
            WireError.of(status, value).set(facts);
          }
          if (answer.chunk(name, value) && firstContent[0] < 0) {
            firstContent[0] = end;
          }
        };
    cut(body, serverSentEvents, events);
    long firstNanoTime =
        firstContent[0] < 0 || !contentEncoding.isEmpty()
            ? 0
            : response.nanoTimeOf(firstContent[0] - 1);
    if (firstNanoTime != 0) {
      facts.set(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK, (firstNanoTime - start) / 1e9);
    }
    byte[] tail = response.tail();
    if (tail.length > 0 && contentEncoding.isEmpty()) {
      // Begins in the middle of an event, which says nothing then.
      cut(tail, serverSentEvents, events);
    }
  }

  private static void cut(byte[] bytes, boolean serverSentEvents, EventStream.Events events) {
    if (serverSentEvents) {
      EventStream.serverSentEvents(bytes, events);
    } else {
      EventStream.lines(bytes, events);
    }
  }

  /** The body as it was before it was compressed, as far as that can be told. */
  private byte[] inflated(byte[] body) {
    boolean gzip = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    if (!gzip && !contentEncoding.equals("deflate")) {
      return body; // the client has inflated it already, or nobody here can, as with br
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(4 * body.length);
    try (InputStream in =
        gzip
            ? new GZIPInputStream(new ByteArrayInputStream(body))
            : new InflaterInputStream(new ByteArrayInputStream(body))) {
      byte[] block = new byte[8192];
      for (int read = in.read(block);
          read > 0 && out.size() < MAX_INFLATED_BYTES;
          read = in.read(block)) {
        out.write(block, 0, read);
      }
    } catch (IOException brokenOff) {
      // What was inflated before stays.
    }
    return out.toByteArray();
  }
}
