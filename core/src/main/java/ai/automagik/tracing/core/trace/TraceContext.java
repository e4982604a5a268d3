package ai.automagik.tracing.core.trace;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What others are told about a span so that they can go on with its trace, and what they tell us:
 * the {@code traceparent} of the W3C. Thread-safe.
 *
 * <p>MCP servers are told, unless the user forbids it; providers of models never are.
 */
public final class TraceContext {
  /** The name under which it is handed over. */
  public static final String TRACEPARENT = "traceparent";

  /** Version, trace, span and flags with hyphens between them. */
  private static final int LENGTH = 55;

  private static volatile boolean toMcp = true;

  private TraceContext() {}

  /** Whether MCP servers are told. */
  public static void toMcp(boolean told) {
    toMcp = told;
  }

  /** The span in the form of the W3C, always as sampled; null when MCP servers are told nothing. */
  public static @Nullable String forMcp(ActiveSpan span) {
    if (!toMcp) {
      return null;
    }
    HexFormat hex = HexFormat.of();
    return "00-"
        + hex.toHexDigits(span.traceIdHigh())
        + hex.toHexDigits(span.traceIdLow())
        + "-"
        + hex.toHexDigits(span.spanId())
        + "-01";
  }

  /** The span that a request names as its own; null when it names none, or not as it should. */
  public static @Nullable RemoteParent read(@Nullable Object traceparent) {
    if (!(traceparent instanceof String text)
        || text.length() < LENGTH
        || (text.length() > LENGTH && (text.startsWith("00") || text.charAt(LENGTH) != '-'))
        || text.startsWith("ff")
        || text.charAt(2) != '-'
        || text.charAt(35) != '-'
        || text.charAt(52) != '-'
        || !lowerHex(text, 0, 2)
        || !lowerHex(text, 3, 35)
        || !lowerHex(text, 36, 52)
        || !lowerHex(text, 53, LENGTH)) {
      return null;
    }
    long high = HexFormat.fromHexDigitsToLong(text, 3, 19);
    long low = HexFormat.fromHexDigitsToLong(text, 19, 35);
    long span = HexFormat.fromHexDigitsToLong(text, 36, 52);
    return (high | low) == 0 || span == 0 ? null : new RemoteParent(high, low, span);
  }

  private static boolean lowerHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
