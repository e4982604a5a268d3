package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.Values;
import ai.automagik.tracing.instrumentation.reactive.SingleCall;
import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.orchestration.FunctionResult;
import com.microsoft.semantickernel.orchestration.ToolCallBehavior;
import com.microsoft.semantickernel.semanticfunctions.KernelFunction;
import com.microsoft.semantickernel.semanticfunctions.KernelFunctionArguments;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** One run of a function that is code, or of one that a model asked for. */
final class FunctionRun extends SingleCall {
  private FunctionRun(ActiveSpan span) {
    super(span);
  }

  /** Begins a run; null when a model asked for it, who has begun it already. */
  static @Nullable FunctionRun begin(
      @Nullable Kernel kernel,
      KernelFunction<?> function,
      @Nullable KernelFunctionArguments arguments) {
    if (askedFor(kernel, function)) {
      return null;
    }
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL, function);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    boolean begun = false;
    try {
      describe(span);
      span.set(Attribute.TOOL_NAME, name(function));
      span.set(Attribute.TOOL_DESCRIPTION, description(function));
      span.set(Attribute.TOOL_CALL_ARGUMENTS, Variables.values(arguments));
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return new FunctionRun(span);
  }

  /**
   * Begins a run that a model asked for, which its service is about to look up.
   *
   * @param name as the model knows it
   * @param arguments as the model wrote them
   */
  static @Nullable FunctionRun begin(
      Kernel kernel, @Nullable String id, @Nullable String name, @Nullable String arguments) {
    ActiveSpan span = Tracer.start(Operation.EXECUTE_TOOL);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    describe(span.begunFor(kernel));
    span.set(Attribute.TOOL_NAME, name);
    span.set(Attribute.TOOL_CALL_ID, id);
    span.set(Attribute.TOOL_CALL_ARGUMENTS, arguments);
    return new FunctionRun(span);
  }

  /** Whether a model asked for the run of a function that begins now. */
  static boolean askedFor(@Nullable Kernel kernel, KernelFunction<?> function) {
    ActiveSpan asked = kernel == null ? null : Tracer.takeOver(kernel);
    if (asked != null) {
      asked.set(Attribute.TOOL_DESCRIPTION, description(function));
    }
    return asked != null;
  }

  private static void describe(ActiveSpan span) {
    span.set(Attribute.FRAMEWORK, Framework.NAME);
    span.set(Attribute.TOOL_TYPE, "function");
  }

  /** As a model would know it. */
  private static @Nullable String name(KernelFunction<?> function) {
    String plugin = function.getPluginName();
    return plugin == null || plugin.isEmpty()
        ? function.getName()
        : ToolCallBehavior.formFullFunctionName(plugin, function.getName());
  }

  static @Nullable String description(KernelFunction<?> function) {
    String description = function.getDescription();
    return description == null || description.isEmpty() ? null : description;
  }

  /** With what the function threw, which the framework puts into exceptions of its own. */
  @Override
  public void failed(Throwable failure) {
    Throwable thrown = failure;
    while (thrown.getCause() != null
        && (thrown instanceof InvocationTargetException
            || thrown.getClass().getName().startsWith("com.microsoft.semantickernel."))) {
      thrown = thrown.getCause();
    }
    super.failed(thrown);
  }

  @Override
  protected void describe(Object value) {
    if (value instanceof FunctionResult<?> result) {
      span().set(Attribute.TOOL_CALL_RESULT, Values.attribute(result.getResult()));
    }
  }
}
