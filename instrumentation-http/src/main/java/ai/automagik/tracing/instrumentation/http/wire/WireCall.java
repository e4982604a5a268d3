package ai.automagik.tracing.instrumentation.http.wire;

import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** What OpenAI and those like it send after the last event. */
  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private static final String AMAZON_ERROR_TYPE = "x-amzn-errortype";

  private final Dialect dialect;
  private final CapturedBody request;
  private final CapturedBody response = new CapturedBody(CapturedBody.MAX_HEAD_BYTES);
  private volatile Map<String, String> headers = Map.of();
  private volatile int status;
  private volatile String contentType = "";
  private volatile String contentEncoding = "";

  /** The head of a response. */
  @FunctionalInterface
  public interface Head {
    /** The value of a header, whatever the case of its name; null when there is none. */
    @Nullable String header(String name);
  }

  /**
   * A call in one dialect.
   *
   * @param model where the address names it
   * @throws IllegalArgumentException when no dialect has this name
   */
  public WireCall(String dialectName, @Nullable String model) {
    this.dialect = dialect(dialectName, model);
    this.request = new CapturedBody(dialect.requestBytes());
  }

  /** The names of the dialects, in order. */
  public static List<String> dialects() {
    return Dialects.names();
  }

  /**
   * What a call in one dialect is.
   *
   * @param model where the address names it
   * @throws IllegalArgumentException when no dialect has this name
   */
  public static Operation operation(String dialectName, @Nullable String model) {
    return dialect(dialectName, model).operation();
  }

  private static Dialect dialect(String name, @Nullable String model) {
    Dialect known = Dialects.named(name);
    if (known == null) {
      throw new IllegalArgumentException("no dialect " + name);
    }
    return known.forModel(model);
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
  public void responseBegins(int statusCode, Head head) {
    contentType = lowerCase(head.header("content-type"));
    contentEncoding = lowerCase(head.header("content-encoding"));
    if (!dialect.responseHeaders().isEmpty()) {
      Map<String, String> found = new HashMap<>();
      for (String name : dialect.responseHeaders()) {
        String value = head.header(name);
        if (value != null) {
          found.put(name, value);
        }
      }
      headers = found;
    }
    status = statusCode;
    response.clear();
    int length = number(head.header("content-length"));
    if (length > 0) {
      response.expect(length);
    }
  }

  /** Of a header; 0 for what is none, or too long to matter. */
  private static int number(@Nullable String digits) {
    int number = 0;
    for (int i = 0; digits != null && i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 8) {
        return 0;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private static String lowerCase(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
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
   * @param toFirstMistake whether a stream says nothing any more after an event that is no JSON
   */
  public void decode(long startNanoTime, boolean toFirstMistake, Facts facts) {
    JsonValue asked = request.body("").json();
    dialect.request(
        asked,
        (attribute, value) -> {
          facts.set(attribute, value);
          if (value instanceof Message.Conversation conversation && conversation.multimodal()) {
            facts.set(Attribute.INPUT_MULTIMODAL, true);
          }
        });
    if (status == 0) {
      return;
    }
    facts.set(Attribute.HTTP_STATUS_CODE, (long) status);
    Body kept = response.body(contentType);
    boolean asItCame = !compressed(kept);
    Body body = asItCame ? kept : inflated(kept);
    if (status >= FIRST_ERROR_STATUS) {
      WireError error = WireError.of(status, JsonValue.parse(body.head()));
      String type = headers.get(AMAZON_ERROR_TYPE);
      (type == null ? error : error.of(type)).set(facts);
      return;
    }
    Dialect.Answer answer = dialect.answer(asked);
    answer.headers(JsonValue.of(headers));
    Framing framing = framing(body);
    if (framing == null) {
      WireError error = WireError.inStream(status, "", JsonValue.parse(body.head()));
      if (error != null) {
        error.set(facts);
      }
      answer.body(body);
    } else {
      facts.set(Attribute.REQUEST_STREAM, true); // some dialects say so in the path alone
      stream(body, asItCame, framing, answer, startNanoTime, toFirstMistake, facts);
    }
    answer.finish(facts);
  }

  /** How a stream is cut into events; null when the answer is none. */
  private @Nullable Framing framing(Body body) {
    if (contentType.contains("vnd.amazon.eventstream")) {
      return AmazonEventStream::messages;
    } else if (contentType.contains("text/event-stream")
        || EventStream.looksLikeServerSentEvents(body.head())) {
      return EventStream::serverSentEvents;
    }
    return contentType.contains("ndjson")
            || contentType.contains("jsonl")
            || contentType.contains("stream+json")
        ? EventStream::lines
        : null;
  }

  /**
   * Reads a stream.
   *
   * @param asItCame whether the places in the body are those of the bytes that came
   */
  private void stream(
      Body body,
      boolean asItCame,
      Framing framing,
      Dialect.Answer answer,
      long start,
      boolean toFirstMistake,
      Facts facts) {
    int[] firstContent = {-1};
    boolean[] mistaken = {false};
    EventStream.Events events =
        (name, data, end) -> {
          JsonValue value = JsonValue.parse(data);
          mistaken[0] |= value.brokenOff() && !Arrays.equals(data, DONE);
          if (mistaken[0] && toFirstMistake) {
            return;
          }
          WireError error = WireError.inStream(status, name, value);
          if (error != null) {
            error.set(facts);
          }
          if (answer.chunk(name, value) && firstContent[0] < 0) {
            firstContent[0] = end;
          }
        };
    framing.cut(body.head(), events);
    long firstNanoTime =
        firstContent[0] < 0 || !asItCame ? 0 : response.nanoTimeOf(firstContent[0] - 1);
    if (firstNanoTime != 0) {
      facts.set(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK, (firstNanoTime - start) / 1e9);
    }
    if (body.tail().length > 0 && asItCame) {
      // Begins in the middle of an event, which says nothing then.
      framing.cut(body.tail(), events);
    }
  }

  /** Cuts a stream into its events. */
  @FunctionalInterface
  private interface Framing {
    void cut(byte[] bytes, EventStream.Events events);
  }

  /** Not where the client has inflated the body already, or nobody here can, as with br. */
  private boolean compressed(Body body) {
    return gzip(body.head()) || contentEncoding.equals("deflate");
  }

  private static boolean gzip(byte[] body) {
    return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
  }

  /** The body as it was before it was compressed, as far as that can be told. */
  private Body inflated(Body compressed) {
    byte[] body = compressed.head();
    ByteArrayOutputStream out = new ByteArrayOutputStream(4 * body.length);
    try (InputStream in =
        gzip(body)
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
    return Body.of(out.toByteArray(), contentType);
  }
}
