package ai.automagik.tracing.core.trace;

import static ai.automagik.tracing.core.trace.Operation.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActiveSpanTest {
  private final ActiveSpan span = RecordedSpans.active(CHAT, null);
  private RecordedSpans spans;

  @BeforeEach
  void install() {
    spans = RecordedSpans.install();
  }

  @AfterEach
  void uninstall() {
    RecordedSpans.uninstall();
  }

  @Test
  void idsAreNeverZero() {
    assertThat(span.traceIdHigh()).isNotZero();
    assertThat(span.traceIdLow()).isNotZero();
    assertThat(span.spanId()).isNotZero();
    assertThat(IntStream.range(0, 1000).mapToLong(i -> Ids.next()).distinct()).hasSize(1000);
  }

  @Test
  void itKnowsTheThreadThatBeganIt() {
    assertThat(span.threadName()).isEqualTo(Thread.currentThread().getName());
  }

  @Test
  void settingAgainReplaces() {
    span.set(Attribute.REQUEST_MODEL, "a").set(Attribute.RESPONSE_ID, "x");
    span.set(Attribute.REQUEST_MODEL, "b");

    SpanEvent event = span.running();
    assertThat(event.attributeCount()).isEqualTo(2);
    assertThat(event.attribute(0)).isSameAs(Attribute.REQUEST_MODEL);
    assertThat(event.value(0)).isEqualTo("b");
    assertThat(event.value(Attribute.RESPONSE_ID)).isEqualTo("x");
  }

  @Test
  void nullSaysNothing() {
    span.set(Attribute.REQUEST_MODEL, "a");
    span.set(Attribute.REQUEST_MODEL, (Object) null);
    span.set(Attribute.USAGE_INPUT_TOKENS, (Integer) null);

    assertThat(span.has(Attribute.REQUEST_MODEL)).isTrue();
    assertThat(span.has(Attribute.USAGE_INPUT_TOKENS)).isFalse();
    assertThat(span.running().attributeCount()).isEqualTo(1);
    assertThat(span.running().value(0)).isEqualTo("a");
  }

  @Test
  void wholeNumbersAreLongs() {
    span.set(Attribute.USAGE_INPUT_TOKENS, Integer.valueOf(7));

    assertThat(span.running().value(Attribute.USAGE_INPUT_TOKENS)).isEqualTo(7L);
  }

  @Test
  void the129thAttributeIsLeftOut() {
    List<Attribute> many = RecordedSpans.attributes(130);
    for (Attribute attribute : many) {
      span.set(attribute, attribute.name());
    }
    span.set(many.get(127), "replaced");

    SpanEvent event = span.running();
    assertThat(event.attributeCount()).isEqualTo(128);
    assertThat(span.has(many.get(127))).isTrue();
    assertThat(span.has(many.get(128))).isFalse();
    for (int i = 0; i < 127; i++) {
      assertThat(event.attribute(i)).isSameAs(many.get(i));
      assertThat(event.value(i)).isEqualTo("test." + i);
    }
    assertThat(event.value(127)).isEqualTo("replaced");
  }

  @Test
  void theFirstChunkIsFirstOnce() {
    assertThat(span.firstChunk()).isTrue();
    assertThat(span.firstChunk()).isFalse();
    assertThat(span.firstChunk()).isFalse();
  }

  @Test
  void theFirstErrorStays() {
    Exception first = new Exception("first");
    span.fail(null);
    span.fail(first);
    span.fail(new Exception("second"));
    span.end(new Exception("third"));

    assertThat(spans.ended.remove().error()).isSameAs(first);
  }

  @Test
  void theEndMayBringTheError() {
    Exception error = new Exception();
    span.end(error);

    assertThat(spans.ended.remove().error()).isSameAs(error);
  }

  @Test
  void afterTheEndNothingChanges() {
    span.set(Attribute.REQUEST_MODEL, "a");
    span.end(null);
    SpanEvent event = spans.ended.remove();
    span.set(Attribute.REQUEST_MODEL, "b").set(Attribute.RESPONSE_ID, "x");
    span.end(new Exception());

    assertThat(span.ended()).isTrue();
    assertThat(spans.ended).isEmpty();
    assertThat(event.attributeCount()).isEqualTo(1);
    assertThat(event.value(0)).isEqualTo("a");
    assertThat(event.error()).isNull();
    assertThat(event.endEpochNanos()).isGreaterThanOrEqualTo(span.startEpochNanos());
  }

  @Test
  void aRunningEventHasNoEnd() {
    SpanEvent event = span.running();

    assertThat(event.endEpochNanos()).isZero();
    assertThat(event.span()).isSameAs(span);
    assertThat(span.ended()).isFalse();
  }

  @Test
  void ofManyThreadsOneEndsIt() throws Exception {
    assertEndedOnce(4, 1_000);
  }

  @Test
  void ofTwoThreadsAtTheVerySameMomentOneEndsIt() throws Exception {
    assertEndedOnce(2, 20_000);
  }

  /** The threads meet before each span. They spin, to begin as close together as can be. */
  private void assertEndedOnce(int threads, int rounds) throws Exception {
    List<ActiveSpan> contended =
        IntStream.range(0, rounds).mapToObj(i -> RecordedSpans.active(CHAT, null)).toList();
    AtomicInteger arrived = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      work.add(
          executor.submit(
              () -> {
                int all = 0;
                for (ActiveSpan each : contended) {
                  all += threads;
                  arrived.incrementAndGet();
                  for (int spins = 0; arrived.get() < all; spins++) {
                    if (spins > 10_000) {
                      Thread.yield();
                    }
                  }
                  each.end(null);
                }
              }));
    }
    for (Future<?> each : work) {
      each.get();
    }
    executor.shutdown();

    Set<ActiveSpan> distinct = new HashSet<>();
    spans.ended.forEach(event -> distinct.add(event.span()));
    assertThat(spans.ended.size()).isEqualTo(rounds);
    assertThat(distinct.size()).isEqualTo(rounds);
  }

  @Test
  void aSnapshotDuringAChangeHasNoHalfAttribute() throws Exception {
    List<Attribute> many = RecordedSpans.attributes(128);
    AtomicBoolean done = new AtomicBoolean();
    ActiveSpan[] shared = {span};
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Future<Integer> reader =
        executor.submit(
            () -> {
              int seen = 0;
              while (!done.get()) {
                SpanEvent event = shared[0].running();
                for (int i = 0; i < event.attributeCount(); i++) {
                  Attribute attribute = event.attribute(i);
                  Object value = event.value(i);
                  if (attribute != null && value != null) {
                    assertThat(attribute).isSameAs(many.get(i));
                    assertThat(value).isEqualTo(attribute.name());
                    seen++;
                  }
                }
              }
              return seen;
            });
    for (int round = 0; round < 2_000 && !reader.isDone(); round++) {
      ActiveSpan next = RecordedSpans.active(CHAT, null);
      shared[0] = next;
      for (Attribute attribute : many) {
        next.set(attribute, attribute.name());
      }
    }
    done.set(true);

    assertThat(reader.get()).isNotNegative();
    executor.shutdown();
  }

  @Test
  void anEndedSpanHoldsNoContent() {
    ActiveSpan span = new ActiveSpan(Operation.CHAT, null);
    span.set(Attribute.REQUEST_MODEL, "content");
    span.end(null);
    assertThat(span.has(Attribute.REQUEST_MODEL)).isFalse();
    assertThat(span.running().attributeCount()).isZero();
  }
}
