package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import com.alibaba.cloud.ai.graph.agent.interceptor.ToolCallResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;

/** One execution of a tool that a model asked for. */
record ToolRun(ActiveSpan span) {

  /** Begins an execution; null when it is part of one. */
  static @Nullable ToolRun begin(AssistantMessage.ToolCall call) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span == null) {
      return null;
    }
    span.set(Attribute.FRAMEWORK, Framework.NAME);
    span.set(Attribute.TOOL_TYPE, "function");
    span.set(Attribute.TOOL_NAME, call.name());
    span.set(Attribute.TOOL_CALL_ID, call.id());
    span.set(Attribute.TOOL_CALL_ARGUMENTS, call.arguments());
    return new ToolRun(span);
  }

  void end(@Nullable ToolCallResponse response, @Nullable Throwable error) {
    Tracer.leave(span);
    try {
      if (response != null) {
        span.set(Attribute.TOOL_CALL_RESULT, response.getResult());
        if ("error".equals(response.getStatus()) && !span.failed()) {
          span.set(Attribute.ERROR_TYPE, "tool_error");
          span.set(Attribute.STATUS_MESSAGE, response.getResult());
        }
      }
    } finally {
      span.end(error);
    }
  }
}
