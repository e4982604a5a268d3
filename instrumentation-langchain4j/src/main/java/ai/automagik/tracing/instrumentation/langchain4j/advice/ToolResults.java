package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gave back, from LangChain4j 1.6 on. Apart from its caller, because older versions
 * lack the type.
 */
final class ToolResults {
  private static final boolean HAS_CONTENTS =
      Messages.has(ToolExecutionResult.class, "resultContents");

  private ToolResults() {}

  static void set(ActiveSpan span, Object result) {
    if (result instanceof ToolExecutionResult executed) {
      if (executed.isError() && !span.failed()) {
        span.set(Attribute.ERROR_TYPE, Tools.FAILED);
      }
      span.set(Attribute.TOOL_CALL_RESULT, content(executed));
    }
  }

  /** LangChain4j makes the text when it is first asked for, and keeps it. */
  private static @Nullable Object content(ToolExecutionResult result) {
    try {
      return HAS_CONTENTS ? Contents.of(result) : result.resultText();
    } catch (RuntimeException unwritable) {
      return null; // the application is about to meet the same exception
    }
  }

  /** Apart, because older versions lack the method. */
  private static final class Contents {
    private Contents() {}

    static @Nullable Object of(ToolExecutionResult result) {
      List<Content> contents = result.resultContents();
      if (contents.isEmpty()) {
        return null;
      }
      return contents.size() == 1 && contents.get(0) instanceof TextContent text
          ? text.text()
          : new Message.Parts(Messages.parts(contents));
    }
  }
}
