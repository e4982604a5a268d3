package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.SpanMap;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The stretch in which a transport writes a request. Confined to its thread. */
final class Sending {
  /** The spans of messages, which a transport may have to send again in a new session. */
  static final SpanMap SPANS = new SpanMap();

  private final Object message;
  private final Operation operation;
  private final McpConnection connection;
  private final Exchange exchange;
  private final @Nullable Call call;
  private @Nullable Runnable untell;

  private Sending(
      Object message,
      Operation operation,
      McpConnection connection,
      Exchange exchange,
      @Nullable Call call) {
    this.message = message;
    this.operation = operation;
    this.connection = connection;
    this.exchange = exchange;
    this.call = call;
  }

  /** Begins the request's span; null when it has one already. */
  static @Nullable Sending begin(
      Object message, Operation operation, McpConnection connection, @Nullable Call call) {
    ActiveSpan tool = call == null || operation != Operation.MCP_TOOLS_CALL ? null : call.tool();
    ActiveSpan span = tool == null ? Tracer.start(operation) : tool;
    if (span == null) {
      return null;
    }
    Exchange exchange = new Exchange(message, operation, connection, span, tool == null);
    if (call != null) {
      call.sending(exchange);
    }
    return new Sending(message, operation, connection, exchange, call);
  }

  /** Says in the span what is asked for, and in the message whose request it is. */
  void describe() throws ReflectiveOperationException {
    ActiveSpan span = exchange.span();
    span.set(Attribute.FRAMEWORK, "langchain4j");
    span.set(Attribute.MCP_METHOD_NAME, operation.wireName());
    span.set(Attribute.JSONRPC_REQUEST_ID, MessageType.of(message).id(message));
    if (call != null && operation == Operation.MCP_PROMPTS_GET) {
      span.set(Attribute.PROMPT_NAME, call.target());
    } else if (call != null) {
      span.set(Attribute.MCP_RESOURCE_URI, call.target());
    }
    connection.describeIn(span);
    untell = Meta.tell(message, span);
    if (untell != null && operation != Operation.MCP_INITIALIZE) {
      SPANS.put(message, span);
    }
  }

  /**
   * The transport has taken the request, or failed to.
   *
   * @param answer null when it failed
   */
  void end(@Nullable CompletableFuture<?> answer, @Nullable Throwable error) {
    if (exchange.ownSpan()) {
      Tracer.leave(exchange.span());
    }
    if (untell != null) {
      untell.run();
    }
    if (answer == null) {
      exchange.accept(null, error);
    } else {
      if (exchange.ownSpan()) {
        CompletableFuture<?> unused = answer.whenComplete(exchange);
      }
      if (call != null) {
        call.sent(answer);
      }
    }
  }
}
