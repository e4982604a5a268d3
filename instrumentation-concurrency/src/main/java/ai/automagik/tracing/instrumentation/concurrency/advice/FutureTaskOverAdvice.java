package ai.automagik.tracing.instrumentation.concurrency.advice;

import net.bytebuddy.asm.Advice;

/**
 * When a task is not to run once and then be over: it was cancelled, or it is periodic and belongs
 * to no span.
 */
final class FutureTaskOverAdvice {
  private FutureTaskOverAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object task) {
    Tasks.withdraw(task);
  }
}
