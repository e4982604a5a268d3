package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WaitingTasksTest {
  private static final int MAX_TASKS = 10_000;

  private final WaitingTasks tasks = new WaitingTasks();
  private final Object task = new Object();
  private final ActiveSpan first = RecordedSpans.active(Operation.INVOKE_AGENT, null);
  private final ActiveSpan second = RecordedSpans.active(Operation.INVOKE_AGENT, null);

  @Test
  void aTaskRunsForWhoHandedItOver() {
    tasks.add(task, first);

    assertThat(tasks.contains(task)).isTrue();
    assertThat(tasks.take(task)).isSameAs(first);
    assertThat(tasks.contains(task)).isFalse();
    assertThat(tasks.take(task)).isNull();
  }

  @Test
  void handedOverTwiceByOneItRunsTwiceForIt() {
    tasks.add(task, first);
    tasks.add(task, first);

    assertThat(tasks.take(task)).isSameAs(first);
    assertThat(tasks.take(task)).isSameAs(first);
    assertThat(tasks.take(task)).isNull();
  }

  @Test
  void handedOverByTwoItRunsForNobody() {
    tasks.add(task, first);
    tasks.add(task, second);

    assertThat(tasks.take(task)).isNull();
    assertThat(tasks.take(task)).isNull();
    assertThat(tasks.contains(task)).isFalse();
  }

  @Test
  void handedOverWithoutASpanAndWithOneItRunsForNobody() {
    tasks.add(task, null);
    tasks.add(task, first);

    assertThat(tasks.take(task)).isNull();
    assertThat(tasks.take(task)).isNull();
  }

  @Test
  void inDoubtItRunsAsBeforeOrForWhoComesNext() {
    tasks.add(task, first);
    tasks.doubt(task);
    assertThat(tasks.take(task)).isSameAs(first);

    tasks.add(task, first);
    tasks.doubt(task);
    tasks.add(task, second);
    assertThat(tasks.take(task)).isSameAs(second);
    assertThat(tasks.contains(task)).isFalse();
  }

  @Test
  void inDoubtOneOfTwoIsForgotten() {
    tasks.add(task, first);
    tasks.add(task, first);
    tasks.doubt(task);

    assertThat(tasks.take(task)).isSameAs(first);
    assertThat(tasks.contains(task)).isFalse();
  }

  @Test
  void whoComesWhileItIsUndecidedDecidesNothing() {
    tasks.add(task, first);
    tasks.add(task, second);
    assertThat(tasks.take(task)).isNull();
    tasks.add(task, first);

    assertThat(tasks.take(task)).isNull();
    assertThat(tasks.take(task)).isNull();
  }

  @Test
  void onceNobodyWaitsTheNextOneIsCertainAgain() {
    tasks.add(task, first);
    tasks.add(task, second);
    tasks.withdraw(task);
    tasks.withdraw(task);
    tasks.add(task, second);

    assertThat(tasks.take(task)).isSameAs(second);
  }

  @Test
  void comparesByIdentity() {
    tasks.add(new String("same"), first);

    assertThat(tasks.take(new String("same"))).isNull();
  }

  @Test
  void isBoundedAndForgetsWhatIsCollected() {
    List<Object> waiting = new ArrayList<>();
    for (int i = 0; i < MAX_TASKS; i++) {
      waiting.add(new Object());
      tasks.add(waiting.get(i), first);
    }
    tasks.add(task, first);
    tasks.add(waiting.get(0), first);

    assertThat(tasks.size()).isEqualTo(MAX_TASKS);
    assertThat(tasks.take(task)).isNull();
    assertThat(tasks.take(waiting.get(0))).isSameAs(first);
    assertThat(tasks.take(waiting.get(0))).isSameAs(first);
    Reference.reachabilityFence(waiting);

    waiting.clear();
    Await.untilCollected(
        "there is room again",
        () -> {
          tasks.add(task, first);
          return tasks.size() < 100;
        });
  }

  /** Whatever the threads do: whoever takes a span out has put it in. */
  @Test
  void twoThreadsThatShareATaskNeverGetTheSpanOfTheOther() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    Future<?> one = both.submit(() -> addAndTake(first));
    Future<?> other = both.submit(() -> addAndTake(second));
    one.get();
    other.get();
    both.shutdown();

    assertThat(tasks.size()).isZero();
  }

  private void addAndTake(ActiveSpan span) {
    Object own = new Object();
    for (int i = 0; i < 20_000; i++) {
      tasks.add(task, span);
      tasks.add(own, span);
      assertThat(tasks.take(own)).isSameAs(span);
      tasks.withdraw(task);
    }
  }
}
