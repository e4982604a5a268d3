package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.SingleCall;
import ai.koog.agents.core.environment.ReceivedToolResult;
import ai.koog.agents.core.environment.ToolResultKind;
import ai.koog.prompt.message.MessagePart;
import org.jspecify.annotations.Nullable;

/** One execution of a tool that a model asked for. */
final class ToolRun extends SingleCall {
  private static final String FAILED = "tool_error";

  private ToolRun(ActiveSpan span) {
    super(span);
  }

  /** Begins an execution; null when it is part of one. */
  static @Nullable ToolRun begin(MessagePart.Tool.Call call) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.TOOL_TYPE, "function");
      span.set(Attribute.TOOL_NAME, call.getTool());
      span.set(Attribute.TOOL_CALL_ID, call.getId());
      span.set(Attribute.TOOL_CALL_ARGUMENTS, call.getArgs());
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return new ToolRun(span);
  }

  /** The framework tells the model of what went wrong, and goes on. */
  @Override
  protected void describe(Object value) {
    if (!(value instanceof ReceivedToolResult result)) {
      return;
    }
    span().set(Attribute.TOOL_CALL_RESULT, result.getOutput());
    span().set(Attribute.TOOL_DESCRIPTION, result.getToolDescription());
    ToolResultKind kind = result.getResultKind();
    if (kind instanceof ToolResultKind.Failure failure) {
      fail(failure.getError(), result.getOutput());
    } else if (kind instanceof ToolResultKind.ValidationError invalid) {
      fail(invalid.getError(), result.getOutput());
    }
  }

  private void fail(@Nullable Throwable error, String told) {
    span().fail(error);
    if (error == null) {
      span().set(Attribute.ERROR_TYPE, FAILED);
      span().set(Attribute.STATUS_MESSAGE, told);
    }
  }
}
