package ai.automagik.tracing.instrumentation.agents.agentscope.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.SingleCall;
import io.agentscope.core.message.ToolResultBlock;
import io.agentscope.core.message.ToolUseBlock;
import io.agentscope.core.tool.ToolCallParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One execution of a tool that a model asked for. */
final class ToolRun extends SingleCall {
  /** How the framework begins what it tells a model of a tool that failed. */
  private static final String FAILED = "Error: ";

  private ToolRun(ActiveSpan span) {
    super(span);
  }

  /** Begins an execution; null when it is part of one. */
  static @Nullable ToolRun begin(ToolCallParam call) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.TOOL_TYPE, "function");
      ToolUseBlock asked = call.getToolUseBlock();
      if (asked != null) {
        span.set(Attribute.TOOL_NAME, asked.getName());
        span.set(Attribute.TOOL_CALL_ID, asked.getId());
        span.set(Attribute.TOOL_DESCRIPTION, description(span.parent(), asked.getName()));
        span.set(Attribute.TOOL_CALL_ARGUMENTS, Messages.arguments(asked));
      }
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return new ToolRun(span);
  }

  /** As the model was told. */
  private static @Nullable String description(@Nullable ActiveSpan agent, @Nullable String tool) {
    return agent != null
            && tool != null
            && agent.value(Attribute.TOOL_DEFINITIONS) instanceof Message.ToolDefinitions offered
        ? offered.description(tool)
        : null;
  }

  @Override
  protected void describe(Object value) {
    if (value instanceof ToolResultBlock result) {
      List<Message.Part> parts = Messages.parts(result.getOutput());
      String text =
          parts.size() == 1 && parts.get(0) instanceof Message.Text only ? only.content() : null;
      span().set(Attribute.TOOL_CALL_RESULT, text == null ? new Message.Parts(parts) : text);
      if (text != null && text.startsWith(FAILED)) {
        span().set(Attribute.ERROR_TYPE, "tool_error");
        span().set(Attribute.STATUS_MESSAGE, text.substring(FAILED.length()));
      }
    }
  }
}
