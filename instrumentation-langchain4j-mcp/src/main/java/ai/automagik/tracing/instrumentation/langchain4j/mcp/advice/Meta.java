package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.instrumentation.mcp.McpMeta;
import dev.langchain4j.mcp.protocol.McpClientParams;
import dev.langchain4j.mcp.protocol.McpClientRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code _meta} of a message, where its trace context stands while it is written. Stateless.
 *
 * <p>Afterwards the message is as it was: the application sees it in its listeners. Maps of the
 * application's are not touched at all.
 */
final class Meta {
  private Meta() {}

  /**
   * Puts the context of a span into a message.
   *
   * @return takes it out again; null when the message stays as it is: it has a context already, it
   *     is one without parameters of a version before 1.13, or the user does not want it
   */
  static @Nullable Runnable tell(Object message, ActiveSpan span)
      throws ReflectiveOperationException {
    String traceparent = TraceContext.forMcp(span);
    if (traceparent == null) {
      return null;
    }
    Object params = MessageType.of(message).params(message);
    if (params instanceof Map<?, ?> map) {
      return tellMap(map, traceparent);
    }
    return MessageType.of(message).hasMeta() ? Typed.tell(message, traceparent) : null;
  }

  /** Up to 1.12 parameters are a map that the message itself has made. */
  @SuppressWarnings("unchecked") // as the library declares it
  private static @Nullable Runnable tellMap(Map<?, ?> params, String traceparent) {
    Map<String, Object> map = (Map<String, Object>) params;
    Object before = map.get(McpMeta.KEY);
    Map<String, Object> with =
        McpMeta.with(
            before instanceof Map<?, ?> meta ? (Map<String, Object>) meta : null, traceparent);
    if (with == null) {
      return null;
    }
    map.put(McpMeta.KEY, with);
    return before == null ? () -> map.remove(McpMeta.KEY) : () -> map.put(McpMeta.KEY, before);
  }

  /** From 1.13 on. Apart from its caller, because older versions lack the types. */
  private static final class Typed {
    static @Nullable Runnable tell(Object message, String traceparent) {
      McpClientRequest request = (McpClientRequest) message;
      McpClientParams params = request.getParams();
      if (params == null) {
        McpClientParams own = new McpClientParams();
        own.setMeta(McpMeta.with(null, traceparent));
        request.setParams(own);
        return () -> request.setParams(null);
      }
      Map<String, Object> before = params.getMeta();
      Map<String, Object> with = McpMeta.with(before, traceparent);
      if (with == null) {
        return null;
      }
      params.setMeta(with);
      return () -> params.setMeta(before);
    }
  }
}
