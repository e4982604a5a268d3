package ai.automagik.tracing.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.RecordedSpans;
import ai.automagik.tracing.core.trace.SpanEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of every span, and that the counters say so. */
class PipelineTest {
  private static final InheritableThreadLocal<String> INHERITABLE = new InheritableThreadLocal<>();

  private final Counters counters = new Counters();
  private final AtomicInteger starts = new AtomicInteger();
  private final CountingHandler handler = new CountingHandler();
  private ByteBudget budget = new ByteBudget(32 << 20);
  private Pipeline pipeline = pipeline(1024);

  @AfterEach
  void stop() {
    handler.gate.countDown();
    pipeline.stop();
    INHERITABLE.remove();
  }

  @Test
  void startsNothingBeforeTheFirstSpan() {
    assertThat(starts).hasValue(0);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("automagik-spool");
    pipeline.stop();
  }

  @Test
  void startsOnceWithTheFirstSpan() {
    pipeline.started(RecordedSpans.active(Operation.CHAT, null));
    pipeline.ended(span(10));
    pipeline.ended(span(10));

    assertThat(starts).hasValue(1);
  }

  @Test
  void itsThreadKeepsNothingOfTheApplication() {
    INHERITABLE.set("of the application");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(new ClassLoader() {});
    try {
      pipeline.ended(span(10));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    pipeline.stop();

    Thread thread = handler.thread.get();
    assertThat(thread.getName()).isEqualTo("automagik-spool");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(handler.contextClassLoader.get()).isNull();
    assertThat(handler.inherited.get()).isNull();
  }

  @Test
  void itsThreadDoesNotEndWithTheApplicationsThreadGroup() {
    AtomicReference<ThreadGroup> group = new AtomicReference<>();
    handler.seen = () -> group.set(Thread.currentThread().getThreadGroup());
    pipeline.ended(span(10));
    pipeline.stop();

    assertThat(group.get().getParent()).isNull();
  }

  @Test
  void spansReachTheHandler() {
    SpanEvent span = span(10);
    pipeline.started(span.span());
    pipeline.ended(span);
    pipeline.stop();

    assertThat(handler.items).containsExactly(span.span(), span);
    assertCounters(1, 1, 0, 0, 1, 0);
    assertThat(budget.heldBytes()).isZero();
  }

  @Test
  void aFullQueueDropsAndCounts() {
    pipeline = pipeline(64);
    handler.block();
    pipeline.ended(span(10));
    Await.until("the worker is busy", handler.busy::get);
    for (int i = 0; i < 100; i++) {
      pipeline.ended(span(10));
    }
    handler.gate.countDown();
    pipeline.stop();

    assertCounters(101, 65, 36, 0, 65, 0);
    assertThat(budget.heldBytes()).isZero();
  }

  @Test
  void aUsedUpBudgetDropsAndCounts() {
    int each = span(100_000).heldBytes();
    budget = new ByteBudget(3L * each);
    pipeline = pipeline(1024);
    handler.block();
    for (int i = 0; i < 10; i++) {
      pipeline.ended(span(100_000));
    }
    assertThat(budget.heldBytes()).isEqualTo(3L * each);
    handler.gate.countDown();
    pipeline.stop();

    assertCounters(10, 3, 0, 7, 3, 0);
    assertThat(budget.heldBytes()).isZero();
  }

  @Test
  void whatWasReleasedMakesRoomAgain() {
    int each = span(100_000).heldBytes();
    budget = new ByteBudget(each);
    pipeline = pipeline(1024);
    for (int i = 0; i < 5; i++) {
      pipeline.ended(span(100_000));
      Await.until("the span is released", () -> budget.heldBytes() == 0);
    }
    pipeline.stop();

    assertCounters(5, 5, 0, 0, 5, 0);
  }

  @Test
  void aHandlerThatFailsCountsToo() {
    handler.fails = true;
    for (int i = 0; i < 10; i++) {
      pipeline.ended(span(10));
    }
    pipeline.stop();

    assertCounters(10, 10, 0, 0, 0, 10);
  }

  @Test
  void aHandlerThatCannotBeMadeDropsEverything() {
    pipeline =
        new Pipeline(
            1024,
            budget,
            counters,
            of -> {
              starts.incrementAndGet();
              throw new IllegalStateException();
            });
    pipeline.started(RecordedSpans.active(Operation.CHAT, null));
    for (int i = 0; i < 3; i++) {
      pipeline.ended(span(10));
    }
    pipeline.stop();

    assertThat(starts).hasValue(1);
    assertCounters(3, 0, 3, 0, 0, 0);
    assertThat(budget.heldBytes()).isZero();
  }

  @Test
  void spansAfterTheStopAreDroppedAndCounted() {
    pipeline.ended(span(10));
    pipeline.stop();
    pipeline.ended(span(10));

    assertCounters(2, 1, 1, 0, 1, 0);
    assertThat(budget.heldBytes()).isZero();
  }

  @Test
  void theSumsHoldForManyProducers() throws InterruptedException {
    SpanEvent small = span(10);
    SpanEvent large = span(2_000);
    budget = new ByteBudget(20L * large.heldBytes());
    pipeline = pipeline(64);
    handler.failsEveryTenth = true;
    List<Thread> producers = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 5_000; i++) {
                  pipeline.ended(i % 20 == 0 ? large : small);
                }
              });
      producers.add(thread);
      thread.start();
    }
    for (Thread producer : producers) {
      producer.join();
    }
    pipeline.stop();

    assertThat(counters.offered.sum()).isEqualTo(20_000);
    assertThat(
            counters.accepted.sum()
                + counters.droppedQueueFull.sum()
                + counters.droppedMemory.sum())
        .isEqualTo(20_000);
    assertThat(counters.spooled.sum() + counters.spoolFailed.sum())
        .isEqualTo(counters.accepted.sum());
    assertThat(counters.spoolFailed.sum()).isPositive();
    assertThat(budget.heldBytes()).isZero();
  }

  private Pipeline pipeline(int queueSize) {
    return new Pipeline(
        queueSize,
        budget,
        counters,
        of -> {
          starts.incrementAndGet();
          return handler;
        });
  }

  private static SpanEvent span(int chars) {
    return RecordedSpans.ended(
        Operation.CHAT, span -> span.set(Attribute.REQUEST_MODEL, "x".repeat(chars)));
  }

  private void assertCounters(
      long offered, long accepted, long queueFull, long memory, long spooled, long failed) {
    assertThat(
            List.of(
                counters.offered.sum(),
                counters.accepted.sum(),
                counters.droppedQueueFull.sum(),
                counters.droppedMemory.sum(),
                counters.spooled.sum(),
                counters.spoolFailed.sum()))
        .containsExactly(offered, accepted, queueFull, memory, spooled, failed);
  }

  /** Counts as the spool does, and blocks or fails when it is told to. */
  private final class CountingHandler implements Stage.Handler<Object> {
    final List<Object> items = new ArrayList<>();
    final AtomicReference<Thread> thread = new AtomicReference<>();
    final AtomicReference<ClassLoader> contextClassLoader = new AtomicReference<>();
    final AtomicReference<String> inherited = new AtomicReference<>();
    final AtomicBoolean busy = new AtomicBoolean();
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile Runnable seen = () -> {};
    volatile boolean fails;
    volatile boolean failsEveryTenth;
    private int batches;

    void block() {
      gate = new CountDownLatch(1);
    }

    @Override
    public void handle(List<Object> batch) throws Exception {
      if (batch.isEmpty()) {
        return;
      }
      thread.set(Thread.currentThread());
      contextClassLoader.set(Thread.currentThread().getContextClassLoader());
      inherited.set(INHERITABLE.get());
      seen.run();
      busy.set(true);
      gate.await();
      items.addAll(batch);
      for (Object item : batch) {
        if (item instanceof SpanEvent span) {
          pipeline.release(span);
        }
      }
      if (fails || (failsEveryTenth && batches++ % 10 == 0)) {
        throw new IllegalStateException();
      }
      counters.spooled.add(batch.stream().filter(SpanEvent.class::isInstance).count());
    }

    @Override
    public void failed(Throwable failure, int batchSize) {
      counters.spoolFailed.add(batchSize);
    }

    @Override
    public void close() {}
  }
}
