package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.RemoteParent;
import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import ai.automagik.tracing.instrumentation.mcp.McpMeta;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that a server is going to answer. Immutable.
 *
 * @param id null where the server's transport has kept it to itself
 * @param transport by which the answer goes out, where nothing else shows it
 */
record ServerRequest(
    McpConnection connection,
    Operation operation,
    @Nullable Object id,
    @Nullable Object parameters,
    @Nullable Object transport)
    implements Supplier<@Nullable Exchange> {

  /** A request of which the answer is seen; null when it is for nothing that we know. */
  static @Nullable ServerRequest of(JSONRPCRequest request, McpConnection connection) {
    return of(request, connection, null);
  }

  /** A request of which the answer goes out by a transport. */
  static @Nullable ServerRequest of(
      JSONRPCRequest request, McpConnection connection, @Nullable Object transport) {
    String method = request.method();
    Operation operation = method == null ? null : Operation.ofMcp(method);
    return operation == null
        ? null
        : new ServerRequest(connection, operation, request.id(), request.params(), transport);
  }

  /** Begins the span; null when the request is to have none, or has one already. */
  @Override
  public @Nullable Exchange get() {
    RemoteParent caller = TraceContext.read(meta());
    ActiveSpan here = Tracer.current();
    if (operation == Operation.MCP_PING && caller == null && !Tracer.recording()) {
      return null; // Somebody only looks whether the server is there, perhaps every few seconds.
    }
    String requestId = id == null ? null : id.toString();
    if (here != null
        && here.kind() == Operation.Kind.SERVER
        && here.operation() == operation
        && requestId != null
        && requestId.equals(here.value(Attribute.JSONRPC_REQUEST_ID))) {
      return null;
    }
    ActiveSpan span = Tracer.serve(operation, caller);
    Exchange exchange = new Exchange(connection, span, true);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, ClientRequest.FRAMEWORK);
      span.set(Attribute.MCP_METHOD_NAME, operation.wireName());
      span.set(Attribute.JSONRPC_REQUEST_ID, requestId);
      Parameters.describe(span, operation, parameters);
      connection.describeIn(span);
      if (transport != null) {
        ServerSessions.expect(transport, exchange);
      }
      begun = true;
    } finally {
      if (!begun) {
        exchange.answered(null);
      }
    }
    return exchange;
  }

  private @Nullable Object meta() {
    Object meta =
        parameters instanceof Map<?, ?> map
            ? map.get(McpMeta.KEY)
            : parameters instanceof InitializeRequest ? Typed.meta(parameters) : null;
    return meta instanceof Map<?, ?> map ? map.get(TraceContext.TRACEPARENT) : null;
  }

  /** From 0.11 on. Apart from its caller, because older versions lack it. */
  private static final class Typed {
    static @Nullable Object meta(Object request) {
      try {
        return ((InitializeRequest) request).meta();
      } catch (NoSuchMethodError olderVersion) {
        return null;
      }
    }
  }
}
