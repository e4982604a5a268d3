package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;

/** After the making of a task: remembers the current span. The task itself stays as it is. */
final class FutureTaskInitAdvice {
  private FutureTaskInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object task) {
    ActiveSpan span = Tracer.current();
    if (span != null) {
      Tasks.SPANS.put(task, span);
    }
  }
}
