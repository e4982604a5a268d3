package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.execution.ToolExecutionException;

/** Before what a tool has thrown becomes what its model is told. */
final class ToolFailureAdvice {
  private ToolFailureAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.Argument(0) @Nullable ToolExecutionException failure) {
    if (failure == null) {
      return;
    }
    ActiveSpan tool = Tracer.current(Operation.EXECUTE_TOOL);
    if (tool != null && Framework.NAME.equals(tool.value(Attribute.FRAMEWORK))) {
      Throwable thrown = failure.getCause();
      tool.fail(thrown == null ? failure : thrown);
    }
  }
}
