package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around the execution of a tool: one {@code execute_tool} span. */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) ToolExecutionRequest request) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.TOOL_NAME, request.name());
      span.set(Attribute.TOOL_TYPE, "function");
      span.set(Attribute.TOOL_CALL_ID, request.id());
      span.set(Attribute.TOOL_CALL_ARGUMENTS, request.arguments());
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        if (result instanceof String text) {
          span.set(Attribute.TOOL_CALL_RESULT, text);
        } else if (result != null) {
          ToolResults.set(span, result);
        }
      } finally {
        span.end(error);
      }
    }
  }
}
