package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;

/**
 * When a pool's thread is done with a task: nothing is current there any more, whatever the task
 * left behind.
 */
final class PoolTaskEndAdvice {
  private PoolTaskEndAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter() {
    Tracer.forget();
  }
}
