package ai.automagik.tracing.instrumentation.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A body as far as it was kept. Immutable: nobody writes into the arrays.
 *
 * @param head its beginning; all of it when {@code tail} is empty and the length is the same
 * @param tail its end, when something in the middle is missing
 * @param length of the whole body, in bytes
 * @param contentType in lower case; empty when nobody says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Body(byte[] head, byte[] tail, long length, String contentType) {
  private static final byte[] NONE = new byte[0];

  /** Where nothing is missing in between, the two pieces are one. */
  static Body of(byte[] head, byte[] tail, long length, String contentType) {
    if (tail.length == 0 || head.length + (long) tail.length < length) {
      return new Body(head, tail, length, contentType);
    }
    byte[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return new Body(whole, NONE, length, contentType);
  }

  /** A body of which nothing is missing. */
  static Body of(byte[] whole, String contentType) {
    return new Body(whole, NONE, whole.length, contentType);
  }

  boolean complete() {
    return head.length == length;
  }

  /** The text of the beginning. */
  String text() {
    return new String(head, StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON, a form as an object of its fields; of a body whose middle is missing, what
   * stands before, and the usage, which most providers write at the end.
   */
  JsonValue json() {
    if (MultipartForm.isOne(head)) {
      return MultipartForm.parse(this);
    }
    JsonValue value = JsonValue.parse(head);
    if (tail.length == 0 || !value.isObject()) {
      return value;
    }
    String end = new String(tail, StandardCharsets.UTF_8);
    for (String name : new String[] {"usage", "usageMetadata"}) {
      int at = end.lastIndexOf('"' + name + '"');
      int colon = at < 0 ? -1 : end.indexOf(':', at);
      JsonValue usage =
          colon < 0 ? JsonValue.NOTHING : JsonValue.parse(end.substring(colon + 1).strip());
      if (usage.isObject()) {
        return value.with(name, usage);
      }
    }
    return value;
  }

  /**
   * How long the text is, such as an image in base 64, whose middle is missing; less than 0 when
   * that cannot be told.
   */
  long lengthOfCutText() {
    int opened = head.length - 1;
    while (opened >= 0 && head[opened] != '"') {
      opened--;
    }
    int closed = 0;
    while (closed < tail.length && tail[closed] != '"') {
      closed++;
    }
    return opened < 0 || closed >= tail.length ? -1 : length - tail.length + closed - (opened + 1);
  }
}
