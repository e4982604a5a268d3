package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, on either side. Its span is one of its own, or that of the tool call
 * which it is made for.
 *
 * <p>Thread-safe: an answer may come while somebody gives up waiting. Whoever is first ends it. It
 * never throws, because what calls it is in the midst of the application's signals.
 */
final class Exchange implements TracedCall {
  private final McpConnection connection;
  private final ActiveSpan span;
  private final boolean ownSpan;
  private boolean over;

  Exchange(McpConnection connection, ActiveSpan span, boolean ownSpan) {
    this.connection = connection;
    this.span = span;
    this.ownSpan = ownSpan;
  }

  @Override
  public ActiveSpan span() {
    return span;
  }

  /**
   * The answer has come.
   *
   * @param answer a result, or a response with a result or an error; null when there is nothing to
   *     say
   */
  void answered(@Nullable Object answer) {
    over(answer, null, null);
  }

  @Override
  public void arrived(Object answer) {
    answered(answer);
  }

  @Override
  public void completed() {
    answered(null);
  }

  /** It is certain that no answer will come. */
  @Override
  public void failed(Throwable failure) {
    over(null, failure, null);
  }

  @Override
  public void cancelled() {
    over(null, null, StreamOutcome.CANCELLED);
  }

  private synchronized void over(
      @Nullable Object answer, @Nullable Throwable failure, @Nullable StreamOutcome outcome) {
    if (over) {
      return;
    }
    over = true;
    try {
      read(answer);
      read(failure);
      span.set(Attribute.STREAM_OUTCOME, outcome == null ? null : outcome.wireName());
      connection.describeIn(span);
    } catch (RuntimeException | Error ours) {
      // What was understood before stays.
    } finally {
      if (ownSpan) {
        span.end(failure);
      } else {
        span.fail(failure);
      }
    }
  }

  private void read(@Nullable Object answer) {
    if (answer instanceof JSONRPCResponse response) {
      if (response.error() == null) {
        read(response.result());
      } else {
        read(response.error());
      }
    } else if (answer instanceof InitializeResult result) {
      connection.protocolVersion(result.protocolVersion());
    } else if (answer instanceof CallToolResult result) {
      if (Boolean.TRUE.equals(result.isError())) {
        span.set(Attribute.ERROR_TYPE, "tool_error");
        span.set(Attribute.STATUS_MESSAGE, ToolContent.text(result));
      }
      if (ownSpan) {
        span.set(Attribute.TOOL_CALL_RESULT, ToolContent.of(result));
      }
    }
  }

  private void read(@Nullable Throwable failure) {
    if (failure instanceof McpError error && error.getJsonRpcError() != null) {
      read(error.getJsonRpcError());
    } else if (failure instanceof TimeoutException) {
      span.set(Attribute.ERROR_TYPE, "timeout");
      span.set(Attribute.STATUS_MESSAGE, "no answer in time");
    }
  }

  /** What the other side did wrong is no error of a server. */
  private void read(JSONRPCError error) {
    int code = ErrorCode.of(error);
    String text = String.valueOf(code);
    span.set(Attribute.RPC_STATUS_CODE, text);
    boolean serverFailed = code == -32603 || (code <= -32000 && code >= -32099);
    if (span.kind() != Operation.Kind.SERVER || serverFailed) {
      span.set(Attribute.ERROR_TYPE, text);
      span.set(Attribute.STATUS_MESSAGE, error.message());
    }
  }
}
