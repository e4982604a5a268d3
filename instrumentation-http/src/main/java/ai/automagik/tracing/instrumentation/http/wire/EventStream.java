package ai.automagik.tracing.instrumentation.http.wire;

import java.nio.charset.StandardCharsets;

/**
 * Cuts a stream into its events: server-sent events, or lines of JSON. Stateless.
 *
 * <p>Lines end with LF, CR or both, as the standard of server-sent events has it. What follows the
 * last complete event is dropped by the standard; here it is taken too, for a stream that broke off
 * is worth its last words.
 */
final class EventStream {
  private EventStream() {}

  /** Takes in events. */
  interface Events {
    /**
     * Takes in one event.
     *
     * @param name of the event; empty when it has none
     * @param endOffset bytes from the beginning to the end of the event's last line
     */
    void event(String name, byte[] data, int endOffset);
  }

  /** Whether bytes look like server-sent events, whatever their content type says. */
  static boolean looksLikeServerSentEvents(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.UTF_8).strip();
    return start.startsWith("data:") || start.startsWith("event:") || start.startsWith(":");
  }

  static void serverSentEvents(byte[] bytes, Events events) {
    String name = "";
    StringBuilder data = new StringBuilder();
    boolean any = false;
    int at = 0;
    while (at < bytes.length) {
      int end = lineEnd(bytes, at);
      String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
      at = nextLine(bytes, end);
      if (line.isEmpty()) {
        if (any) {
          emit(name, data, end, events);
        }
        name = "";
        data.setLength(0);
        any = false;
      } else if (line.startsWith("data:")) {
        data.append(any ? "\n" : "").append(line, value(line, 5), line.length());
        any = true;
      } else if (line.startsWith("event:")) {
        name = line.substring(value(line, 6));
      }
    }
    if (any) {
      emit(name, data, bytes.length, events);
    }
  }

  private static void emit(String name, StringBuilder data, int end, Events events) {
    events.event(name, data.toString().getBytes(StandardCharsets.UTF_8), end);
  }

  /** One space after the colon belongs to the syntax. */
  private static int value(String line, int from) {
    return from < line.length() && line.charAt(from) == ' ' ? from + 1 : from;
  }

  static void lines(byte[] bytes, Events events) {
    int at = 0;
    while (at < bytes.length) {
      int end = lineEnd(bytes, at);
      if (end > at) {
        byte[] line = new byte[end - at];
        System.arraycopy(bytes, at, line, 0, line.length);
        events.event("", line, end);
      }
      at = nextLine(bytes, end);
    }
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  private static int nextLine(byte[] bytes, int end) {
    boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return end + (pair ? 2 : 1);
  }
}
