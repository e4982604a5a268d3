package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After a thread pool has made a worker: its first task does not come from the queue, so the worker
 * stands for it.
 */
final class WorkerInitAdvice {
  private WorkerInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object worker, @Advice.Argument(1) @Nullable Object firstTask) {
    ActiveSpan span = Tasks.takePlain(firstTask);
    if (span != null) {
      Tasks.SPANS.put(worker, span);
    }
  }
}
