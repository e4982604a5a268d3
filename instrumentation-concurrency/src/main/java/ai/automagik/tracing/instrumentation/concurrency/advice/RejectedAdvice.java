package ai.automagik.tracing.instrumentation.concurrency.advice;

import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * When a thread pool has refused a task: forgets it, unless the handler has put it into the queue
 * after all.
 */
final class RejectedAdvice {
  private RejectedAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.This Object executor, @Advice.Argument(0) @Nullable Object task) {
    if (task != null && Tasks.knows(task) && !queued((ThreadPoolExecutor) executor, task)) {
      Tasks.withdraw(task);
    }
  }

  /** Looking into the queue takes its time, and is not needed for what the JDK brings along. */
  private static boolean queued(ThreadPoolExecutor pool, Object task) {
    RejectedExecutionHandler handler = pool.getRejectedExecutionHandler();
    if (handler.getClass() == ThreadPoolExecutor.DiscardOldestPolicy.class) {
      return !Tasks.plain(task); // handed over once more, and noted again
    }
    return handler.getClass() != ThreadPoolExecutor.AbortPolicy.class
        && handler.getClass() != ThreadPoolExecutor.CallerRunsPolicy.class
        && handler.getClass() != ThreadPoolExecutor.DiscardPolicy.class
        && pool.getQueue().contains(task);
  }
}
