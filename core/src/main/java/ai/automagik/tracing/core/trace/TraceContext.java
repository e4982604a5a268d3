package ai.automagik.tracing.core.trace;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What others are told about a span so that they can go on with its trace: the {@code traceparent}
 * of the W3C. Thread-safe.
 *
 * <p>MCP servers are told, unless the user forbids it; providers of models never are.
 */
public final class TraceContext {
  /** The name under which it is handed over. */
  public static final String TRACEPARENT = "traceparent";

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
}
