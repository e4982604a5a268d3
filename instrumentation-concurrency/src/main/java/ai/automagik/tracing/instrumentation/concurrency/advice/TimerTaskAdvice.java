package ai.automagik.tracing.instrumentation.concurrency.advice;

import net.bytebuddy.asm.Advice;

/** Before a timer takes a task that is to run once: remembers the current span. */
final class TimerTaskAdvice {
  private TimerTaskAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.Argument(0) Object task, @Advice.Argument(2) long period) {
    if (period == 0 && task != null) {
      Tasks.remember(task);
    }
  }
}
