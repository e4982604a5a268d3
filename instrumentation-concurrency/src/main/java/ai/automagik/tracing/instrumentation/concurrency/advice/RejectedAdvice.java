package ai.automagik.tracing.instrumentation.concurrency.advice;

import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * When a thread pool has refused a task: forgets it, unless the handler has put it into the queue
 * after all.
 */
final class RejectedAdvice {
  /** Handlers after which the task is not in the queue; looking there takes its time. */
  private static final Set<Class<?>> OF_THE_JDK =
      Set.of(
          ThreadPoolExecutor.AbortPolicy.class,
          ThreadPoolExecutor.CallerRunsPolicy.class,
          ThreadPoolExecutor.DiscardPolicy.class);

  private RejectedAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.This Object executor,
      @Advice.Argument(0) @Nullable Object task,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (task == null || !Tasks.knows(task)) {
      return;
    }
    ThreadPoolExecutor pool = (ThreadPoolExecutor) executor;
    Class<?> handler = pool.getRejectedExecutionHandler().getClass();
    if (handler == ThreadPoolExecutor.DiscardOldestPolicy.class) {
      if (Tasks.plain(task)) {
        Tasks.withdraw(task); // handed over once more, and noted again
      }
    } else if (OF_THE_JDK.contains(handler)) {
      Tasks.withdraw(task);
    } else if (!pool.getQueue().contains(task)) {
      // Of an application's handler that was content, nobody knows whether the task was in the
      // queue, and a worker has fetched it.
      if (thrown != null) {
        Tasks.withdraw(task);
      } else {
        Tasks.doubt(task);
      }
    }
  }
}
