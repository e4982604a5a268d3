package ai.automagik.tracing.instrumentation.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Cuts {@code application/vnd.amazon.eventstream} into its messages. Stateless.
 *
 * <p>A message is its length, the length of its headers and a checksum of both; the headers; the
 * payload; a checksum of all. Where that does not fit, as in a piece from the middle of a stream,
 * the next message is looked for byte by byte.
 */
final class AmazonEventStream {
  private static final int PRELUDE_BYTES = 12;
  private static final int CHECKSUM_BYTES = 4;
  private static final int TEXT = 7;

  private AmazonEventStream() {}

  static void messages(byte[] bytes, EventStream.Events events) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int at = 0;
    while (at + PRELUDE_BYTES + CHECKSUM_BYTES <= bytes.length) {
      int length = buffer.getInt(at);
      int headersLength = buffer.getInt(at + 4);
      boolean begins =
          headersLength >= 0
              && length - PRELUDE_BYTES - CHECKSUM_BYTES >= headersLength
              && checksum(bytes, at, PRELUDE_BYTES - CHECKSUM_BYTES)
                  == buffer.getInt(at + PRELUDE_BYTES - CHECKSUM_BYTES);
      if (!begins) {
        at++;
      } else if (length > bytes.length - at) {
        return; // broke off
      } else {
        int end = at + length;
        if (checksum(bytes, at, length - CHECKSUM_BYTES) == buffer.getInt(end - CHECKSUM_BYTES)) {
          message(buffer, at + PRELUDE_BYTES, headersLength, end, events);
        }
        at = end;
      }
    }
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }

  /** An exception comes as an event of its name, an error as one that is called so. */
  private static void message(
      ByteBuffer buffer, int from, int headersLength, int end, EventStream.Events events) {
    int payloadFrom = from + headersLength;
    Map<String, String> headers = headers(buffer.slice(from, headersLength));
    String code = headers.get(":error-code");
    if (code != null) {
      Map<String, @Nullable Object> error = new LinkedHashMap<>();
      error.put("code", code);
      error.put("message", headers.get(":error-message"));
      String json = JsonValue.of(error).json();
      events.event("error", json == null ? new byte[0] : json.getBytes(UTF_8), end);
      return;
    }
    byte[] payload = new byte[end - CHECKSUM_BYTES - payloadFrom];
    buffer.get(payloadFrom, payload);
    String exception = headers.get(":exception-type");
    events.event(
        exception == null ? headers.getOrDefault(":event-type", "") : exception, payload, end);
  }

  /** The headers whose values are texts; the others say nothing here. */
  private static Map<String, String> headers(ByteBuffer from) {
    Map<String, String> headers = new HashMap<>();
    while (from.hasRemaining()) {
      String name = text(from, from.get() & 0xff);
      int type = from.hasRemaining() ? from.get() : -1;
      int valueLength =
          switch (type) {
            case 0, 1 -> 0; // true and false
            case 2 -> 1;
            case 3 -> 2;
            case 4 -> 4;
            case 5, 8 -> 8;
            case 6, TEXT -> from.remaining() < 2 ? -1 : from.getShort() & 0xffff;
            case 9 -> 16;
            default -> -1;
          };
      if (name == null || valueLength < 0 || valueLength > from.remaining()) {
        return headers;
      }
      String value = text(from, valueLength);
      if (type == TEXT && value != null) {
        headers.put(name, value);
      }
    }
    return headers;
  }

  private static @Nullable String text(ByteBuffer from, int length) {
    if (length > from.remaining()) {
      return null;
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return new String(bytes, UTF_8);
  }
}
