package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * When a timer looks at its next task: the span of that one is current from here on, also while the
 * timer waits for its time. Who schedules a task looks too, on a thread of its own.
 */
final class TimerNextAdvice {
  private static final String TIMER_THREAD = "java.util.TimerThread";

  private TimerNextAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.Return @Nullable Object task) {
    if (Thread.currentThread().getClass().getName().equals(TIMER_THREAD)) {
      Tracer.forget();
      // A task that does not fire now is looked at again; one that has run is soon collected.
      ActiveSpan span = task == null ? null : Tasks.SPANS.get(task);
      if (span != null) {
        Tracer.Resumed unused = Tracer.resume(span);
      }
    }
  }
}
