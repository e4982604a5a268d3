package ai.automagik.tracing.instrumentation.concurrency.advice;

import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import net.bytebuddy.asm.Advice;

/**
 * Before fork-join tasks are submitted to a pool, or begun all at once: remembers the current span.
 * In a list of tasks it is the first that is run directly; the others are forked.
 */
final class ForkJoinSubmitAdvice {
  private ForkJoinSubmitAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.AllArguments Object[] arguments) {
    for (Object argument : arguments) {
      Object task = argument;
      if (task instanceof List<?> tasks && task instanceof RandomAccess && !tasks.isEmpty()) {
        task = tasks.get(0);
      } else if (task instanceof ForkJoinTask<?>[] tasks && tasks.length > 0) {
        task = tasks[0];
      }
      if (task instanceof ForkJoinTask
          && !(task instanceof CompletableFuture.AsynchronousCompletionTask)) {
        Tasks.fork(task);
      }
    }
  }
}
