package ai.automagik.tracing.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {
  @Test
  void givesUntilItIsUsedUp() {
    ByteBudget budget = new ByteBudget(100);

    assertThat(budget.take(60)).isTrue();
    assertThat(budget.take(40)).isTrue();
    assertThat(budget.take(1)).isFalse();
    assertThat(budget.heldBytes()).isEqualTo(100);
  }

  @Test
  void aRefusalTakesNothing() {
    ByteBudget budget = new ByteBudget(100);

    assertThat(budget.take(101)).isFalse();
    assertThat(budget.take(Integer.MAX_VALUE)).isFalse();
    assertThat(budget.heldBytes()).isZero();
    assertThat(budget.take(100)).isTrue();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    ByteBudget budget = new ByteBudget(100);
    assertThat(budget.take(100)).isTrue();
    budget.giveBack(30);

    assertThat(budget.take(31)).isFalse();
    assertThat(budget.take(30)).isTrue();
  }

  @Test
  void holdsUnderContention() throws InterruptedException {
    ByteBudget budget = new ByteBudget(1_000);
    AtomicLong taken = new AtomicLong();
    AtomicLong most = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  int bytes = 1 + i % 400;
                  if (budget.take(bytes)) {
                    most.accumulateAndGet(taken.addAndGet(bytes), Math::max);
                    taken.addAndGet(-bytes);
                    budget.giveBack(bytes);
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(most.get()).isBetween(1L, 1_000L);
    assertThat(budget.heldBytes()).isZero();
  }
}
