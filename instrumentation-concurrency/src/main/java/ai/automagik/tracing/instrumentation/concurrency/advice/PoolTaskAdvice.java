package ai.automagik.tracing.instrumentation.concurrency.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Before a thread pool takes a plain task: remembers the current span. The task stays as it is,
 * because the pool's queue shows it to the application, as do handlers of rejected tasks and
 * shutdownNow.
 */
final class PoolTaskAdvice {
  private PoolTaskAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.Argument(0) @Nullable Object task) {
    Tasks.addPlain(task);
  }
}
