package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.lang.reflect.InvocationTargetException;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After the tool's own method: what it threw. LangChain4j turns that into a text for the model, so
 * further out it is no longer to be seen.
 */
final class ToolMethodAdvice {
  private ToolMethodAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Thrown @Nullable Throwable error) {
    if (error instanceof InvocationTargetException) {
      ActiveSpan span = Tracer.current(Operation.EXECUTE_TOOL);
      if (span != null) {
        span.fail(error.getCause());
      }
    }
  }
}
