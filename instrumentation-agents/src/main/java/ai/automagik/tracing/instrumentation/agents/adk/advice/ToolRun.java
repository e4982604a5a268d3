package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.Values;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One execution of a tool that a model asked for. */
final class ToolRun implements TracedCall {
  private final ActiveSpan span;

  private ToolRun(ActiveSpan span) {
    this.span = span;
  }

  static @Nullable ToolRun begin(
      BaseTool tool, @Nullable Map<?, ?> arguments, @Nullable ToolContext context) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span == null) {
      return null;
    }
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.TOOL_NAME, tool.name());
      span.set(Attribute.TOOL_DESCRIPTION, tool.description());
      span.set(Attribute.TOOL_TYPE, "function");
      span.set(
          Attribute.TOOL_CALL_ID, context == null ? null : context.functionCallId().orElse(null));
      span.set(Attribute.TOOL_CALL_ARGUMENTS, Values.in(arguments));
      begun = true;
    } finally {
      if (!begun) {
        Tracer.leave(span);
        span.end(null);
      }
    }
    return new ToolRun(span);
  }

  /** The tool has been called, and its thread goes on with something else. */
  void left() {
    Tracer.leave(span);
  }

  @Override
  public ActiveSpan span() {
    return span;
  }

  @Override
  public void arrived(Object value) {
    span.set(Attribute.TOOL_CALL_RESULT, Values.attribute(value));
  }

  @Override
  public void completed() {
    span.end(null);
  }

  /** From 1.0 on the framework puts the exception of a tool into one of its own. */
  @Override
  public void failed(Throwable failure) {
    Throwable cause = failure.getCause();
    span.end(failure.getClass() == RuntimeException.class && cause != null ? cause : failure);
  }

  @Override
  public void cancelled() {
    span.set(Attribute.STREAM_OUTCOME, StreamOutcome.CANCELLED.wireName());
    span.end(null);
  }
}
