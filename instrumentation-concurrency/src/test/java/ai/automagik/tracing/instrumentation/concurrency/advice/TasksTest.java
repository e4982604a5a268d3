package ai.automagik.tracing.instrumentation.concurrency.advice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of tasks, as the advice of a pool's methods calls it; the pool is not woven. */
final class TasksTest {
  private final Runnable task = () -> {};
  private ActiveSpan span;

  @BeforeEach
  void start() {
    span = Tracer.start(Operation.INVOKE_AGENT);
  }

  @AfterEach
  void end() {
    span.end(null);
    Tracer.leave(span);
  }

  @Test
  void whatTheJdkRefusesIsForgotten() {
    for (RejectedExecutionHandler handler :
        List.of(
            new ThreadPoolExecutor.AbortPolicy(),
            new ThreadPoolExecutor.CallerRunsPolicy(),
            new ThreadPoolExecutor.DiscardPolicy())) {
      FutureTask<Void> future = new FutureTask<>(task, null);
      Tasks.addPlain(task);
      Tasks.remember(future);
      ThreadPoolExecutor pool = pool(handler);
      RejectedAdvice.onExit(pool, task, null);
      RejectedAdvice.onExit(pool, future, null);

      assertThat(Tasks.knows(task)).as(handler.getClass().getName()).isFalse();
      assertThat(Tasks.knows(future)).as(handler.getClass().getName()).isFalse();
    }
  }

  /** The oldest makes room, and the new one is handed over once more. */
  @Test
  void whatIsHandedOverOnceMoreIsCountedOnce() {
    FutureTask<Void> future = new FutureTask<>(task, null);
    ThreadPoolExecutor pool = pool(new ThreadPoolExecutor.DiscardOldestPolicy());
    Tasks.addPlain(task);
    Tasks.addPlain(task);
    Tasks.remember(future);
    RejectedAdvice.onExit(pool, task, null);
    RejectedAdvice.onExit(pool, future, null);

    assertThat(Tasks.takePlain(task)).isSameAs(span);
    assertThat(Tasks.knows(task)).isFalse();
    assertThat(Tasks.take(future)).isSameAs(span);
  }

  @Test
  void whatAHandlerPutsIntoTheQueueStays() {
    ThreadPoolExecutor pool = pool((refused, executor) -> {});
    Tasks.addPlain(task);
    assertThat(pool.getQueue().offer(task)).isTrue();
    RejectedAdvice.onExit(pool, task, null);
    assertThat(Tasks.knows(task)).isTrue();

    RemovedAdvice.onExit(new Object[] {task}, pool.getQueue().remove(task));
    assertThat(Tasks.knows(task)).isFalse();
    RejectedAdvice.onExit(pool, task, null);
    assertThat(Tasks.knows(task)).isFalse();
  }

  /** A worker may have fetched from the queue what a handler has put there. */
  @Test
  void whatAHandlerIsContentWithMayRunYet() {
    ThreadPoolExecutor pool = pool((refused, executor) -> {});
    Tasks.addPlain(task);
    RejectedAdvice.onExit(pool, task, null);

    assertThat(Tasks.takePlain(task)).isSameAs(span);
  }

  @Test
  void whatAHandlerHasDroppedDoesNotCountTheNextTime() {
    ThreadPoolExecutor pool = pool((refused, executor) -> {});
    Tasks.addPlain(task);
    RejectedAdvice.onExit(pool, task, null);
    ActiveSpan later = Tracer.start(Operation.INVOKE_AGENT);
    Tasks.addPlain(task);
    later.end(null);
    Tracer.leave(later);

    assertThat(Tasks.takePlain(task)).isSameAs(later);
    assertThat(Tasks.knows(task)).isFalse();
  }

  @Test
  void whatAHandlerThrowsForIsForgotten() {
    ThreadPoolExecutor pool = pool((refused, executor) -> {});
    Tasks.addPlain(task);
    RejectedAdvice.onExit(pool, task, new IllegalStateException("full"));

    assertThat(Tasks.knows(task)).isFalse();
  }

  @Test
  void whatAPoolGivesBackIsForgotten() {
    Runnable other = () -> Tracer.current();
    Tasks.addPlain(task);
    Tasks.addPlain(other);
    RemovedAdvice.onExit(new Object[0], List.of(task));

    assertThat(Tasks.knows(task)).isFalse();
    assertThat(Tasks.knows(other)).isTrue();
    RemovedAdvice.onExit(new Object[] {other}, false);
    assertThat(Tasks.takePlain(other)).isSameAs(span);
  }

  @Test
  void aTaskThatIsForkedAgainWithoutASpanHasNone() {
    ForkJoinTask<?> forked = ForkJoinTask.adapt(task);
    Tasks.fork(forked);
    Tracer.leave(span);
    Tasks.fork(forked);

    assertThat(Tasks.takeForked(forked)).isNull();
  }

  private static ThreadPoolExecutor pool(RejectedExecutionHandler handler) {
    return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(9), handler);
  }
}
