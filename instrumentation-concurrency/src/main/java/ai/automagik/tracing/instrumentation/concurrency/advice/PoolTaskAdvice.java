package ai.automagik.tracing.instrumentation.concurrency.advice;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Before a thread pool takes a plain task. Pools that let the application see its tasks again are
 * left alone: those of a class of its own, with its own handling of rejected tasks, and those that
 * sort their tasks.
 */
final class PoolTaskAdvice {
  private PoolTaskAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.This ThreadPoolExecutor pool, @Advice.Argument(0) @Nullable Object task) {
    if (task instanceof Future || pool.getClass() != ThreadPoolExecutor.class) {
      return null;
    }
    BlockingQueue<Runnable> queue = pool.getQueue();
    if (queue instanceof PriorityBlockingQueue
        || queue instanceof DelayQueue
        || !pool.getRejectedExecutionHandler()
            .getClass()
            .getName()
            .startsWith("java.util.concurrent.")) {
      return null;
    }
    return Carried.task(task);
  }
}
