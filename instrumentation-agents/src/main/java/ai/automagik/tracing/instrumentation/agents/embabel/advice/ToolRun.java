package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** One execution of a tool that a model asked for. Stateless. */
final class ToolRun {
  /** How the framework begins what it tells Spring AI of a tool that failed. */
  private static final String FAILED = "ERROR: ";

  private ToolRun() {}

  /**
   * Begins an execution; null when it is part of one of the same tool.
   *
   * @param asked the call as the framework knows it, or only what the model wrote
   */
  static @Nullable ActiveSpan begin(Object tool, @Nullable Object asked) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL, tool);
    if (span == null) {
      return null;
    }
    boolean begun = false;
    try {
      Object definition = Getter.TOOL_DEFINITION.of(tool);
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.TOOL_TYPE, "function");
      span.set(Attribute.TOOL_NAME, Getter.TOOL_NAME.text(definition));
      span.set(Attribute.TOOL_DESCRIPTION, Getter.TOOL_DESCRIPTION.text(definition));
      if (asked instanceof String arguments) {
        span.set(Attribute.TOOL_CALL_ARGUMENTS, arguments);
      } else {
        span.set(Attribute.TOOL_NAME, Getter.CALL_NAME.text(asked));
        span.set(Attribute.TOOL_CALL_ID, Getter.CALL_ID.text(asked));
        span.set(Attribute.TOOL_CALL_ARGUMENTS, Getter.CALL_ARGUMENTS.text(asked));
      }
      begun = true;
    } finally {
      if (!begun) {
        Tracer.leave(span);
        span.end(null);
      }
    }
    return span;
  }

  /**
   * Ends an execution.
   *
   * @param result as the framework knows it, or only what the model is told
   */
  static void end(ActiveSpan span, @Nullable Object result, @Nullable Throwable thrown) {
    Tracer.leave(span);
    try {
      describe(span, result);
    } finally {
      span.end(Signals.failure(thrown));
    }
  }

  private static void describe(ActiveSpan span, @Nullable Object result) {
    if (result instanceof String told) {
      span.set(Attribute.TOOL_CALL_RESULT, told);
      if (told.startsWith(FAILED)) {
        failed(span, told.substring(FAILED.length()));
      }
    } else {
      span.set(Attribute.TOOL_CALL_RESULT, Getter.RESULT_TEXT.text(result));
      span.set(Attribute.TOOL_CALL_RESULT, Getter.RESULT_OF_ARTIFACT.text(result));
      span.set(Attribute.TOOL_CALL_RESULT, Getter.RESULT_ERROR.text(result));
      failed(span, result);
    }
  }

  /** Notes what went wrong, if anything did, as long as the framework knows it. */
  static void failed(ActiveSpan span, @Nullable Object result) {
    String message = Getter.RESULT_ERROR.text(result);
    if (message != null) {
      Throwable cause = Getter.RESULT_CAUSE.of(result) instanceof Throwable known ? known : null;
      span.fail(Signals.failure(cause));
      failed(span, message);
    }
  }

  private static void failed(ActiveSpan span, String message) {
    if (!span.failed()) {
      span.set(Attribute.ERROR_TYPE, "tool_error");
      span.set(Attribute.STATUS_MESSAGE, message);
    }
  }
}
