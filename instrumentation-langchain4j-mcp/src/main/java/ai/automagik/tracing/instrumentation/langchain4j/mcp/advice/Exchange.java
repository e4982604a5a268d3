package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer. Its span is one of its own, or that of the tool call which it is made
 * for.
 *
 * <p>Thread-safe: an answer comes on a thread of the transport, while the thread that waits for it
 * may just be giving up. Whoever is first ends it.
 */
final class Exchange implements BiConsumer<Object, Throwable> {
  private final Object message;
  private final Operation operation;
  private final McpConnection connection;
  private final ActiveSpan span;
  private final boolean ownSpan;
  private boolean over;

  Exchange(
      Object message,
      Operation operation,
      McpConnection connection,
      ActiveSpan span,
      boolean ownSpan) {
    this.message = message;
    this.operation = operation;
    this.connection = connection;
    this.span = span;
    this.ownSpan = ownSpan;
  }

  ActiveSpan span() {
    return span;
  }

  boolean ownSpan() {
    return ownSpan;
  }

  boolean isOf(Object otherMessage) {
    return message == otherMessage;
  }

  /** The answer has come, or it is certain that none will. */
  @Override
  public void accept(@Nullable Object answer, @Nullable Throwable failure) {
    synchronized (this) {
      if (!over) {
        over = true;
        try {
          if (answer instanceof JsonNode json) {
            read(json);
          }
          connection.describeIn(span);
        } finally {
          end(cause(failure));
        }
      }
    }
  }

  /**
   * Nobody waits for an answer any more.
   *
   * @param failure why; null when the time is up and the client does not say so
   */
  synchronized void giveUp(@Nullable Throwable failure) {
    if (!over) {
      over = true;
      Throwable cause = cause(failure);
      if (cause == null || cause instanceof TimeoutException) {
        span.set(Attribute.ERROR_TYPE, "timeout");
        span.set(Attribute.STATUS_MESSAGE, "no answer in time");
      }
      end(cause);
    }
  }

  private void end(@Nullable Throwable failure) {
    if (ownSpan) {
      span.end(failure);
    } else {
      span.fail(failure);
    }
  }

  private void read(JsonNode answer) {
    JsonNode error = answer.get("error");
    if (error != null) {
      String code = error.path("code").asText("_OTHER");
      span.set(Attribute.RPC_STATUS_CODE, code);
      span.set(Attribute.ERROR_TYPE, code);
      span.set(Attribute.STATUS_MESSAGE, error.path("message").textValue());
    } else if (operation == Operation.MCP_INITIALIZE) {
      connection.protocolVersion(answer.path("result").path("protocolVersion").textValue());
    } else if (operation == Operation.MCP_TOOLS_CALL
        && answer.path("result").path("isError").asBoolean()) {
      span.set(Attribute.ERROR_TYPE, "tool_error");
    }
  }

  /** What went wrong, without what the client and futures put around it. */
  static @Nullable Throwable cause(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause != null
        && cause.getCause() != null
        && (cause instanceof CompletionException
            || cause instanceof ExecutionException
            || cause.getClass() == RuntimeException.class)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
