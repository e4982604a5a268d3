package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A span whose call returned while its streams go on ends with the last of them, once. */
class StreamsOfASpanTest {
  private final ActiveSpan agent = RecordedSpans.active(Operation.INVOKE_AGENT, null);

  @Test
  void withoutStreamsNothingIsWaitedFor() {
    assertThat(agent.waitForStreams()).isFalse();
  }

  @Test
  void theStreamThatClosesLastEndsIt() {
    agent.streamOpened();
    agent.streamOpened();

    assertThat(agent.waitForStreams()).isTrue();
    assertThat(agent.streamClosed()).isFalse();
    assertThat(agent.streamClosed()).isTrue();
  }

  @Test
  void aStreamThatClosedBeforeTheReturnEndsNothing() {
    agent.streamOpened();

    assertThat(agent.streamClosed()).isFalse();
    assertThat(agent.waitForStreams()).isFalse();
  }

  @Test
  void aStreamThatOpensInsideTheLastCallbackIsWaitedForToo() {
    agent.streamOpened();
    assertThat(agent.waitForStreams()).isTrue();
    agent.streamOpened();

    assertThat(agent.streamClosed()).isFalse();
    assertThat(agent.streamClosed()).isTrue();
  }

  @Test
  void streamsOneAfterTheOtherBeforeTheReturn() {
    agent.streamOpened();
    assertThat(agent.streamClosed()).isFalse();
    agent.streamOpened();
    assertThat(agent.waitForStreams()).isTrue();

    assertThat(agent.streamClosed()).isTrue();
  }

  @Test
  void aSpanThatWaitsIsAStreamToTheSpanAroundIt() {
    ActiveSpan workflow = RecordedSpans.active(Operation.INVOKE_WORKFLOW, null);
    ActiveSpan last = RecordedSpans.active(Operation.INVOKE_AGENT, workflow);
    IllegalStateException failure = new IllegalStateException("cut");
    RecordedSpans spans = RecordedSpans.install();
    last.streamOpened();
    assertThat(last.waitForStreams()).isTrue();
    assertThat(last.waitForStreams()).as("asked twice").isTrue();
    assertThat(workflow.waitForStreams()).isTrue();

    assertThat(last.streamClosed()).isTrue();
    last.end(failure);

    RecordedSpans.uninstall();
    assertThat(spans.ended).extracting(SpanEvent::span).containsExactly(last, workflow);
    assertThat(spans.ended).extracting(SpanEvent::error).containsOnly(failure);
  }

  @Test
  void aWorkflowThatGoesOnIsNotEndedByTheStreamOfAnAgent() {
    ActiveSpan workflow = RecordedSpans.active(Operation.INVOKE_WORKFLOW, null);
    ActiveSpan first = RecordedSpans.active(Operation.INVOKE_AGENT, workflow);
    first.streamOpened();
    assertThat(first.waitForStreams()).isTrue();

    assertThat(first.streamClosed()).isTrue();
    first.end(null);

    assertThat(workflow.ended()).isFalse();
    assertThat(workflow.waitForStreams()).isFalse();
  }

  @Test
  void inEveryOrderOneSideEndsIt() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    for (int round = 0; round < 500; round++) {
      ActiveSpan span = RecordedSpans.active(Operation.INVOKE_AGENT, null);
      AtomicInteger ends = new AtomicInteger();
      List<Future<?>> work = new ArrayList<>();
      for (int stream = 0; stream < 3; stream++) {
        span.streamOpened();
      }
      for (int stream = 0; stream < 3; stream++) {
        work.add(
            executor.submit(
                () -> {
                  if (span.streamClosed()) {
                    ends.incrementAndGet();
                  }
                }));
      }
      work.add(
          executor.submit(
              () -> {
                if (!span.waitForStreams()) {
                  ends.incrementAndGet();
                }
              }));
      for (Future<?> each : work) {
        each.get();
      }
      assertThat(ends).hasValue(1);
    }
    executor.shutdown();
  }
}
