package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {
  private static final long IDLE = TimeUnit.MINUTES.toNanos(10);

  private final ExecutorService otherThread = Executors.newSingleThreadExecutor();
  private final List<OpenStream> opened = new ArrayList<>();
  private RecordedSpans spans;

  @BeforeEach
  void install() {
    spans = RecordedSpans.install();
  }

  @AfterEach
  void endAll() {
    opened.forEach(stream -> stream.breakOff(StreamOutcome.ABANDONED));
    otherThread.shutdown();
    RecordedSpans.uninstall();
    assertThat(OpenStreams.unfinished()).isEmpty();
  }

  @Test
  void anObjectStandsForAStreamUntilItsEnd() {
    Object handler = new Object();
    OpenStream stream = open(handler);

    assertThat(OpenStream.find(handler)).isSameAs(stream);
    assertThat(stream.delivered()).isTrue();
    assertThat(OpenStreams.unfinished()).containsExactly(stream.call());
    stream.breakOff(StreamOutcome.CANCELLED);
    assertThat(OpenStream.find(handler)).isNull();
    assertThat(stream.delivered()).isFalse();
    assertThat(OpenStreams.unfinished()).isEmpty();
  }

  @Test
  void whoDeliversNextReplacesWhoDelivered() {
    Object first = new Object();
    Object second = new Object();
    OpenStream stream = open(first);
    stream.deliveredBy(second);

    assertThat(OpenStream.find(first)).isNull();
    assertThat(OpenStream.find(second)).isSameAs(stream);
  }

  @Test
  void neverCallsTheApplicationsMethods() {
    Object hostile =
        new Object() {
          @Override
          public int hashCode() {
            throw new IllegalStateException();
          }

          @Override
          @SuppressWarnings("EqualsWhichDoesntCheckParameterClass")
          public boolean equals(Object other) {
            throw new IllegalStateException();
          }
        };
    OpenStream stream = open(hostile);

    assertThat(OpenStream.find(hostile)).isSameAs(stream);
    stream.breakOff(StreamOutcome.CANCELLED);
    assertThat(OpenStream.find(hostile)).isNull();
  }

  @Test
  void aHandleStandsForAStreamToo() {
    OpenStream stream = open(new Object());
    Object handle = new Object();
    stream.cancelledBy(null);
    stream.cancelledBy(handle);
    stream.cancelledBy(handle);

    assertThat(OpenStream.find(handle)).isSameAs(stream);
    stream.breakOff(StreamOutcome.CANCELLED);
    assertThat(OpenStream.find(handle)).isNull();
    stream.cancelledBy(handle);
    assertThat(OpenStream.find(handle)).isNull();
  }

  @Test
  void theFirstHandleOfManyStaysKnown() {
    OpenStream stream = open(new Object());
    List<Object> handles = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      handles.add(new Object());
      stream.cancelledBy(handles.get(i));
    }

    assertThat(OpenStream.find(handles.get(0))).isSameAs(stream);
    assertThat(handles.stream().filter(handle -> OpenStream.find(handle) != null).count())
        .isLessThan(10);
  }

  @Test
  void ofTheStreamsOfOneHandlerTheCurrentOneIsMeant() throws Exception {
    Object handler = new Object();
    OpenStream first = open(handler);
    OpenStream second = open(handler);

    assertThat(foundDuring(second, handler)).isSameAs(second);
    assertThat(foundDuring(first, handler)).isSameAs(first);
    second.breakOff(StreamOutcome.CANCELLED);
    assertThat(OpenStream.find(handler)).isSameAs(first);
    first.breakOff(StreamOutcome.CANCELLED);
    assertThat(OpenStream.find(handler)).isNull();
  }

  @Test
  void withoutACurrentOneEachThreadKeepsToItsOwn() throws Exception {
    Object handler = new Object();
    OpenStream first = open(handler);
    OpenStream second = open(handler);

    assertThat(OpenStream.find(handler)).isSameAs(first);
    assertThat(otherThread.submit(() -> OpenStream.find(handler)).get()).isSameAs(second);
    assertThat(OpenStream.find(handler)).isSameAs(first);
    assertThat(otherThread.submit(() -> OpenStream.find(handler)).get()).isSameAs(second);
  }

  @Test
  void aStreamWhoseHandlerIsGoneIsAbandoned() {
    ActiveSpan agent = RecordedSpans.active(Operation.INVOKE_AGENT, null);
    OpenStream stream = OpenStream.of(RecordedSpans.active(Operation.CHAT, agent));
    agent.waitForStreams();
    stream.deliveredBy(new Object());

    awaitEnded(agent);
    assertThat(spans.ended.remove().value(Attribute.STREAM_OUTCOME)).isEqualTo("abandoned");
    assertThat(spans.ended.remove().value(Attribute.STREAM_OUTCOME)).isEqualTo("abandoned");
  }

  @Test
  void whatIsInsideIsAbandonedFirst() {
    ActiveSpan workflow = RecordedSpans.active(Operation.INVOKE_WORKFLOW, null);
    ActiveSpan node = RecordedSpans.active(Operation.INVOKE_AGENT, workflow);
    ActiveSpan inside = RecordedSpans.active(Operation.INVOKE_WORKFLOW, node);
    Object outerSource = new Object();
    Object innerSource = new Object();
    opened.add(OpenStream.ofWork(workflow, outerSource));
    opened.add(OpenStream.ofWork(node, outerSource));
    opened.add(OpenStream.ofWork(inside, innerSource));
    outerSource = null;
    innerSource = null;

    awaitEnded(workflow);
    assertThat(spans.ended)
        .extracting(event -> event.span().spanId())
        .containsSubsequence(inside.spanId(), node.spanId(), workflow.spanId());
  }

  @Test
  void workMayBeSilentForAsLongAsItLikes() {
    Object source = new Object();
    ActiveSpan span = RecordedSpans.active(Operation.INVOKE_WORKFLOW, null);
    OpenStream work = OpenStream.ofWork(span, source);
    opened.add(work);
    OpenStreams.sweep(0, IDLE);
    OpenStreams.sweep(2 * IDLE, IDLE);

    assertThat(work.over()).isFalse();
    Reference.reachabilityFence(source);
  }

  @Test
  void allStreamsOfAHandlerAreAbandoned() {
    Object handler = new Object();
    OpenStream first = open(handler);
    OpenStream second = open(handler);
    handler = null;

    awaitEnded(first.call());
    assertThat(second.over()).isTrue();
  }

  @Test
  void aHandleThatIsGoneEndsNothing() {
    Object handler = new Object();
    OpenStream stream = open(handler);
    stream.cancelledBy(new Object());
    OpenStream witness = open(new Object());

    awaitEnded(witness.call());
    assertThat(stream.over()).isFalse();
    Reference.reachabilityFence(handler);
  }

  @Test
  void aPromiseThatNobodyCanKeepEndsItsSpan() {
    ActiveSpan agent = RecordedSpans.active(Operation.INVOKE_AGENT, null);
    OpenStream.promise(agent, new Object());
    assertThat(agent.waitForStreams()).isTrue();

    awaitEnded(agent);
    assertThat(spans.ended.remove().value(Attribute.STREAM_OUTCOME)).isEqualTo("abandoned");
  }

  @Test
  void aPromiseIsKeptOnce() {
    ActiveSpan agent = RecordedSpans.active(Operation.INVOKE_AGENT, null);
    Object tokenStream = new Object();
    OpenStream.promise(agent, tokenStream);
    agent.waitForStreams();
    OpenStream promised = OpenStream.find(tokenStream);

    assertThat(promised.claimEnd()).isTrue();
    OpenStream.Callback start = promised.lastCallback();
    assertThat(Tracer.current()).isSameAs(agent);
    IllegalStateException error = new IllegalStateException();
    start.fail(error);
    start.close();
    assertThat(spans.ended.remove().error()).isSameAs(error);
    assertThat(OpenStream.find(tokenStream)).isNull();
  }

  @Test
  void aSilentStreamIsGivenUp() {
    Object handler = new Object();
    OpenStream stream = open(handler);
    OpenStreams.sweep(0, IDLE);
    OpenStreams.sweep(IDLE, IDLE);
    assertThat(stream.over()).isFalse();

    stream.callback().close();
    OpenStreams.sweep(IDLE + 1, IDLE);
    OpenStreams.sweep(2 * IDLE, IDLE);
    assertThat(stream.over()).isFalse();
    OpenStreams.sweep(2 * IDLE + 2, IDLE);

    assertThat(stream.over()).isTrue();
    assertThat(spans.ended.remove().value(Attribute.STREAM_OUTCOME)).isEqualTo("idle_timeout");
    Reference.reachabilityFence(handler);
  }

  @Test
  void aCallbackThatTakesItsTimeIsNoSilence() {
    Object handler = new Object();
    OpenStream stream = open(handler);
    OpenStream.Callback callback = stream.callback();
    OpenStreams.sweep(0, IDLE);
    OpenStreams.sweep(2 * IDLE, IDLE);
    OpenStreams.sweep(4 * IDLE, IDLE);

    assertThat(stream.over()).isFalse();
    callback.close();
    Reference.reachabilityFence(handler);
  }

  @Test
  void whatHasGrownIsToBeWrittenAnewLessAndLessOften() {
    Object handler = new Object();
    OpenStream stream = open(handler);
    long second = TimeUnit.SECONDS.toNanos(1);
    stream.callback().close();
    assertThat(OpenStreams.sweep(1, IDLE)).isEmpty();
    assertThat(OpenStreams.sweep(second + 1, IDLE)).containsExactly(stream.call());
    assertThat(OpenStreams.sweep(100 * second, IDLE)).isEmpty();
    stream.callback().close();
    assertThat(OpenStreams.sweep(101 * second, IDLE)).containsExactly(stream.call());
    Reference.reachabilityFence(handler);
  }

  @Test
  void beyondTheBoundStreamsAreNotFollowed() {
    List<Object> handlers = new ArrayList<>();
    for (int i = 0; i < OpenStreams.MAX_KEYS; i++) {
      Object handler = new Object();
      handlers.add(handler);
      open(handler);
    }
    OpenStream oneTooMany = open(new Object());
    ActiveSpan agent = RecordedSpans.active(Operation.INVOKE_AGENT, null);
    OpenStream.promise(agent, new Object());

    assertThat(oneTooMany.delivered()).isFalse();
    assertThat(oneTooMany.over()).isFalse();
    assertThat(agent.waitForStreams()).isFalse();
    opened.get(0).breakOff(StreamOutcome.CANCELLED);
    assertThat(open(handlers.get(0)).delivered()).isTrue();
    Reference.reachabilityFence(handlers);
  }

  private OpenStream open(Object handler) {
    OpenStream stream = OpenStream.of(RecordedSpans.active(Operation.CHAT, null));
    stream.deliveredBy(handler);
    opened.add(stream);
    return stream;
  }

  private static OpenStream foundDuring(OpenStream stream, Object handler) {
    try (Tracer.Resumed resumed = Tracer.resume(stream.call())) {
      assertThat(resumed.span()).isNotNull();
      return OpenStream.find(handler);
    }
  }

  private static void awaitEnded(ActiveSpan span) {
    Await.untilCollected(
        "the span has ended",
        () -> {
          OpenStreams.sweep(0, IDLE);
          return span.ended();
        });
  }
}
