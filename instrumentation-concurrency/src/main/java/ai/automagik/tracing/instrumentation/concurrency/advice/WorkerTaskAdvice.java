package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around a worker's fetching of its next task: nothing of the last one is current any more,
 * whatever it left behind, and the span of the next one is. Pools may override what they do before
 * and after a task; this they cannot.
 */
final class WorkerTaskAdvice {
  private WorkerTaskAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter() {
    Tracer.forget();
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.Return @Nullable Object task) {
    ActiveSpan span = Tasks.takePlain(task);
    if (span != null) {
      Tracer.Resumed unused = Tracer.resume(span);
    }
  }
}
