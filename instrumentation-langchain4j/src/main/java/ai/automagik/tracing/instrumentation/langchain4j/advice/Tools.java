package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import org.jspecify.annotations.Nullable;

/** How executions of tools begin and end. Stateless. */
final class Tools {
  /** A tool that says that it failed, without an exception. */
  static final String FAILED = "tool_error";

  /** A tool that the model made up. */
  static final String UNKNOWN = "tool_not_found";

  private static final Object INSIDE = new Object();

  private Tools() {}

  /** Begins the span of a tool; null inside the execution of one. */
  static @Nullable ActiveSpan start(ToolExecutionRequest request) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.TOOL_NAME, request.name());
      span.set(Attribute.TOOL_DESCRIPTION, description(span.parent(), request.name()));
      span.set(Attribute.TOOL_TYPE, "function");
      span.set(Attribute.TOOL_CALL_ID, request.id());
      span.set(Attribute.TOOL_CALL_ARGUMENTS, request.arguments());
    }
    return span;
  }

  /** What the advice around a tool hands from its begin to its end. */
  static Object enter(@Nullable ActiveSpan span) {
    return span == null ? INSIDE : span;
  }

  /** The end of what {@link #enter} began: of the span, or of one of the calls inside. */
  static void leave(@Nullable Object entered, @Nullable Object result, @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      end(span, result, error);
    } else if (entered == INSIDE && error != null) {
      ActiveSpan span = Tracer.current(Operation.EXECUTE_TOOL);
      if (span != null) {
        span.fail(error);
      }
    }
  }

  /** Leaves and ends the span of a tool. */
  static void end(ActiveSpan span, @Nullable Object result, @Nullable Throwable error) {
    Tracer.leave(span);
    try {
      if (result instanceof String text) {
        span.set(Attribute.TOOL_CALL_RESULT, text);
      } else if (result instanceof ToolExecutionResultMessage message) {
        span.set(Attribute.TOOL_CALL_RESULT, message.text());
      } else if (result != null) {
        ToolResults.set(span, result);
      }
    } finally {
      span.end(error);
    }
  }

  /** As the model was told. */
  private static @Nullable String description(@Nullable ActiveSpan agent, @Nullable String tool) {
    return agent != null
            && tool != null
            && agent.value(Attribute.TOOL_DEFINITIONS) instanceof Message.ToolDefinitions offered
        ? offered.description(tool)
        : null;
  }
}
