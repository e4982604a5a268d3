package ai.automagik.tracing.instrumentation.concurrency.advice;

import net.bytebuddy.asm.Advice;

/** After the making of a task: remembers the current span. The task itself stays as it is. */
final class FutureTaskInitAdvice {
  private FutureTaskInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object task) {
    Tasks.remember(task);
  }
}
