package ai.automagik.tracing.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageTest {
  private static final long TIMEOUT_MILLIS = 60_000;

  private final Collector collector = new Collector();
  private Stage<Integer> stage = new Stage<>("test", 1024, collector);

  @AfterEach
  void stop() {
    stage.stop(TIMEOUT_MILLIS);
  }

  @Test
  void handlesItemsInTheirOrder() {
    stage.start();
    List<Integer> items = IntStream.range(0, 1000).boxed().toList();
    items.forEach(item -> assertThat(stage.offer(item)).isTrue());

    assertThat(stage.stop(TIMEOUT_MILLIS)).isTrue();
    assertThat(collector.handled).containsExactlyElementsOf(items);
  }

  @Test
  void losesNothingOfSeveralProducersBelowItsCapacity() throws Exception {
    stage.start();
    AtomicInteger refused = produce(4, 250, false);
    stage.stop(TIMEOUT_MILLIS);

    assertThat(refused).hasValue(0);
    assertThat(collector.handled).hasSize(1000);
    assertOrderPerProducer(4, 250);
  }

  @Test
  void losesNothingThatItTookBeyondItsCapacity() throws Exception {
    stage = new Stage<>("test", 64, collector);
    stage.start();
    produce(4, 5_000, true);
    stage.stop(TIMEOUT_MILLIS);

    assertThat(collector.handled).hasSize(20_000);
    assertOrderPerProducer(4, 5_000);
  }

  @Test
  void answersFalseWhenItIsFull() {
    stage = new Stage<>("test", 4, collector);
    for (int i = 0; i < 4; i++) {
      assertThat(stage.offer(i)).isTrue();
    }

    assertThat(stage.offer(4)).isFalse();
    assertThat(stage.size()).isEqualTo(4);

    stage.start();
    Await.until("there is room again", () -> stage.offer(5));
    stage.stop(TIMEOUT_MILLIS);
    assertThat(collector.handled).containsExactly(0, 1, 2, 3, 5);
  }

  @Test
  void outlivesAHandlerThatThrows() {
    collector.failure = new IllegalStateException("first");
    stage.offer(1);
    stage.offer(2);
    stage.start();
    Await.until("the failure is noted", () -> collector.failures.contains("first 2"));

    collector.failure = new AssertionError("second");
    stage.offer(3);
    Await.until("the error is noted", () -> collector.failures.contains("second 1"));

    collector.failure = null;
    stage.offer(4);
    assertThat(stage.stop(TIMEOUT_MILLIS)).isTrue();
    assertThat(collector.handled).containsExactly(4);
    assertThat(collector.closed).hasValue(1);
  }

  @Test
  void stoppingDrainsEverythingAndThenCloses() {
    IntStream.range(0, 1024).forEach(stage::offer);
    stage.start();
    assertThat(stage.stop(TIMEOUT_MILLIS)).isTrue();

    assertThat(collector.handled).hasSize(1024);
    assertThat(collector.handledAtClose).isEqualTo(1024);
    assertThat(collector.closed).hasValue(1);
  }

  @Test
  void refusesOffersAfterItHasStopped() {
    stage.start();
    stage.stop(TIMEOUT_MILLIS);

    assertThat(stage.offer(1)).isFalse();
    assertThat(stage.size()).isZero();
  }

  @Test
  void stoppingTwiceClosesOnce() {
    stage.start();

    assertThat(stage.stop(TIMEOUT_MILLIS)).isTrue();
    assertThat(stage.stop(TIMEOUT_MILLIS)).isTrue();
    assertThat(collector.closed).hasValue(1);
  }

  @Test
  void stoppingDoesNotWaitForAHandlerThatHangs() throws InterruptedException {
    CountDownLatch hanging = new CountDownLatch(1);
    collector.hanging = hanging;
    stage.offer(1);
    stage.start();

    assertThat(stage.stop(1)).isFalse();
    hanging.countDown();
    assertThat(stage.stop(TIMEOUT_MILLIS)).isTrue();
  }

  @Test
  void anInterruptedStopKeepsTheInterrupt() {
    CountDownLatch hanging = new CountDownLatch(1);
    collector.hanging = hanging;
    stage.offer(1);
    stage.start();
    Thread.currentThread().interrupt();

    assertThat(stage.stop(TIMEOUT_MILLIS)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    hanging.countDown();
  }

  @Test
  void aFailureWhileClosingIsNotedToo() {
    collector.closeFailure = new IllegalStateException("closing");
    stage.start();
    stage.stop(TIMEOUT_MILLIS);

    assertThat(collector.failures).containsExactly("closing 0");
  }

  @Test
  void theHandlerIsCalledAtRestToo() {
    stage.start();

    Await.until("an empty batch came", () -> collector.emptyBatches.get() > 2);
  }

  private AtomicInteger produce(int producers, int itemsEach, boolean again) throws Exception {
    CyclicBarrier together = new CyclicBarrier(producers);
    AtomicInteger refused = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int p = 0; p < producers; p++) {
      int first = p * itemsEach;
      Thread thread =
          new Thread(
              () -> {
                try {
                  together.await();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                for (int i = first; i < first + itemsEach; i++) {
                  while (!stage.offer(i)) {
                    refused.incrementAndGet();
                    if (!again) {
                      break;
                    }
                    Thread.yield();
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return refused;
  }

  private void assertOrderPerProducer(int producers, int itemsEach) {
    for (int p = 0; p < producers; p++) {
      int first = p * itemsEach;
      assertThat(collector.handled)
          .filteredOn(item -> item >= first && item < first + itemsEach)
          .containsExactlyElementsOf(IntStream.range(first, first + itemsEach).boxed().toList());
    }
  }

  /** Keeps what it is given, and fails or hangs when it is told to. */
  private static final class Collector implements Stage.Handler<Integer> {
    final Queue<Integer> handled = new ConcurrentLinkedQueue<>();
    final Queue<String> failures = new ConcurrentLinkedQueue<>();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger emptyBatches = new AtomicInteger();
    volatile int handledAtClose;
    volatile Throwable failure;
    volatile RuntimeException closeFailure;
    volatile CountDownLatch hanging;

    @Override
    public void handle(List<Integer> batch) throws Exception {
      if (batch.isEmpty()) {
        emptyBatches.incrementAndGet();
        return;
      }
      CountDownLatch latch = hanging;
      if (latch != null) {
        latch.await();
      }
      Throwable now = failure;
      if (now instanceof Error error) {
        throw error;
      } else if (now instanceof Exception exception) {
        throw exception;
      }
      handled.addAll(batch);
    }

    @Override
    public void failed(Throwable failure, int batchSize) {
      failures.add(failure.getMessage() + " " + batchSize);
    }

    @Override
    public void close() {
      handledAtClose = handled.size();
      closed.incrementAndGet();
      if (closeFailure != null) {
        throw closeFailure;
      }
    }
  }
}
