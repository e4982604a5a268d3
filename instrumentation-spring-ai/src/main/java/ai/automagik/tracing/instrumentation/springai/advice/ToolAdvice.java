package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;

/** Around the execution of a tool, whoever asks for it; overloads and wrappers call each other. */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This ToolCallback tool, @Advice.Argument(0) @Nullable String arguments) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.TOOL_TYPE, "function");
      span.set(Attribute.TOOL_CALL_ARGUMENTS, arguments);
      Description.attempt(() -> describe(span, tool.getToolDefinition(), arguments));
    }
    return span;
  }

  private static void describe(
      ActiveSpan span, ToolDefinition definition, @Nullable String arguments) {
    span.set(Attribute.TOOL_NAME, definition.name());
    span.set(Attribute.TOOL_DESCRIPTION, definition.description());
    if (arguments != null) {
      span.set(Attribute.TOOL_CALL_ID, RequestedTools.id(definition.name(), arguments));
    }
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable String result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      span.set(Attribute.TOOL_CALL_RESULT, result);
      // Spring's wrapper says no more than what it wraps.
      Throwable cause = error instanceof ToolExecutionException ? error.getCause() : null;
      span.end(cause == null ? error : cause);
    }
  }
}
