package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that a client is going to send. Immutable.
 *
 * @param session that of the client, which sends one request after the other or many at a time
 */
record ClientRequest(
    Object session, McpConnection connection, Operation operation, @Nullable Object parameters)
    implements Supplier<@Nullable Exchange> {
  static final String FRAMEWORK = "mcp-java-sdk";

  /** Begins the request's span; null when it is to have none. */
  @Override
  public @Nullable Exchange get() {
    ActiveSpan outer = Tracer.current();
    if (operation == Operation.MCP_PING && outer == null) {
      return null; // Somebody only looks whether the server is there, perhaps every few seconds.
    }
    boolean tool = outer != null && operation == Operation.MCP_TOOLS_CALL && isFor(outer);
    ActiveSpan span = tool ? outer : Tracer.start(operation, session);
    if (span == null) {
      return null;
    }
    if (!tool) {
      Tracer.leave(span); // it is current whenever something is asked for
    }
    Exchange exchange = new Exchange(connection, span, !tool);
    boolean begun = false;
    try {
      if (!tool) {
        span.set(Attribute.FRAMEWORK, FRAMEWORK);
        Parameters.describe(span, operation, parameters);
      }
      span.set(Attribute.MCP_METHOD_NAME, operation.wireName());
      connection.describeIn(span);
      begun = true;
    } finally {
      if (!begun) {
        exchange.answered(null);
      }
    }
    return exchange;
  }

  /**
   * Whether a span stands for the call at hand. A tool of the application's own may call a tool of
   * a server, which is another matter. The model may know a tool by a longer name than the server
   * does, with the server's name before it.
   */
  private boolean isFor(ActiveSpan span) {
    String called = Parameters.name(parameters);
    if (called == null
        || span.operation() != Operation.EXECUTE_TOOL
        || span.has(Attribute.MCP_METHOD_NAME)
        || !(span.value(Attribute.TOOL_NAME) instanceof String name)
        || !name.endsWith(called)) {
      return false;
    }
    int before = name.length() - called.length() - 1;
    return before < 0 || !Character.isLetterOrDigit(name.charAt(before));
  }
}
