package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** After the tool itself, before the framework makes a text for the model of what went wrong. */
final class ToolFailureAdvice {
  private ToolFailureAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown) {
    ActiveSpan tool = Tracer.current(Operation.EXECUTE_TOOL);
    if (tool != null && Framework.NAME.equals(tool.value(Attribute.FRAMEWORK))) {
      ToolRun.failed(tool, result);
      tool.fail(Signals.failure(thrown));
    }
  }
}
