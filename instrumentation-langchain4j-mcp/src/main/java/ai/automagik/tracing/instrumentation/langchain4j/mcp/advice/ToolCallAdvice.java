package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutionResult;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the client's call of a tool. Within the {@code execute_tool} span of the same call it adds
 * to that; otherwise it is a span of its own.
 */
final class ToolCallAdvice {
  private ToolCallAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter(@Advice.Argument(0) ToolExecutionRequest request) {
    ActiveSpan outer = Tracer.current();
    if (outer != null && !outer.has(Attribute.MCP_METHOD_NAME) && isFor(outer, request)) {
      return Call.beginTool(outer, false);
    }
    ActiveSpan span = Tracer.start(Operation.MCP_TOOLS_CALL);
    if (span != null) {
      span.set(Attribute.TOOL_NAME, request.name());
      span.set(Attribute.TOOL_CALL_ID, request.id());
      span.set(Attribute.TOOL_CALL_ARGUMENTS, request.arguments());
    }
    return Call.beginTool(span, span != null);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof Call call) {
      ActiveSpan own = call.ownSpan() ? call.tool() : null;
      if (own != null) {
        Tracer.leave(own);
      }
      try {
        call.end(error);
        if (own != null && result != null) {
          own.set(
              Attribute.TOOL_CALL_RESULT,
              result instanceof String text ? text : Results.text(result));
        }
      } finally {
        if (own != null) {
          own.end(error);
        }
      }
    }
  }

  /**
   * Whether a span stands for the call at hand. A tool of the application's own may call a tool of
   * a server, which is another matter; and the model may know a tool by another name than the
   * server does.
   */
  private static boolean isFor(ActiveSpan span, ToolExecutionRequest request) {
    if (span.operation() == Operation.EXECUTE_TOOL) {
      Object id = span.value(Attribute.TOOL_CALL_ID);
      return request.name().equals(span.value(Attribute.TOOL_NAME))
          || (id != null && id.equals(request.id()));
    }
    return span.operation() == Operation.MCP_TOOLS_CALL; // begun by the overload that calls this
  }

  /** From 1.6 on. Apart from its caller, because older versions lack the type. */
  private static final class Results {
    static @Nullable String text(Object result) {
      return result instanceof ToolExecutionResult executed ? executed.resultText() : null;
    }
  }
}
