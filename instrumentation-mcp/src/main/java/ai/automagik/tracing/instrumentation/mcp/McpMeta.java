package ai.automagik.tracing.instrumentation.mcp;

import ai.automagik.tracing.core.trace.TraceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code _meta} of a request, where its trace context stands. Stateless. */
public final class McpMeta {
  /** Its name among the parameters. */
  public static final String KEY = "_meta";

  private McpMeta() {}

  /**
   * A copy that has the context too.
   *
   * @param meta what the application has put there; null when nothing
   * @return null when there is a context already, which is the application's own
   */
  public static @Nullable Map<String, Object> with(
      @Nullable Map<String, Object> meta, String traceparent) {
    if (meta == null) {
      return Map.of(TraceContext.TRACEPARENT, traceparent);
    }
    if (meta.containsKey(TraceContext.TRACEPARENT)) {
      return null;
    }
    Map<String, Object> copy = new LinkedHashMap<>(meta);
    copy.put(TraceContext.TRACEPARENT, traceparent);
    return copy;
  }
}
