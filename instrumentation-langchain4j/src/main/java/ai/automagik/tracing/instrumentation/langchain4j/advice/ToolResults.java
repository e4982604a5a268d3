package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.service.tool.ToolExecutionResult;

/**
 * What a tool gave back, from LangChain4j 1.8 on. Apart from its caller, because older versions
 * lack the type.
 */
final class ToolResults {
  private ToolResults() {}

  static void set(ActiveSpan span, Object result) {
    if (result instanceof ToolExecutionResult executed) {
      span.set(Attribute.TOOL_CALL_RESULT, executed.resultText());
    }
  }
}
