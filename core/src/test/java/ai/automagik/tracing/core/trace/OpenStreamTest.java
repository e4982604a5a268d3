package ai.automagik.tracing.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenStreamTest {
  private RecordedSpans spans;
  private ActiveSpan agent;
  private ActiveSpan call;
  private OpenStream stream;

  @BeforeEach
  void open() {
    spans = RecordedSpans.install();
    agent = RecordedSpans.active(Operation.INVOKE_AGENT, null);
    call = RecordedSpans.active(Operation.CHAT, agent);
    stream = OpenStream.of(call);
    assertThat(agent.waitForStreams()).isTrue();
  }

  @AfterEach
  void uninstall() {
    stream.breakOff(StreamOutcome.ABANDONED);
    RecordedSpans.uninstall();
    assertThat(PartialAnswer.reservedByAll()).isZero();
  }

  @Test
  void aCallKnowsItsStream() {
    assertThat(call.stream()).isSameAs(stream);
    assertThat(stream.call()).isSameAs(call);
  }

  @Test
  void aCompleteAnswerTakesThePlaceOfItsPieces() {
    stream.text("half an ");
    assertThat(stream.claimEnd()).isTrue();
    Message.Conversation whole = new Message.Conversation(List.of());
    call.set(Attribute.OUTPUT_MESSAGES, whole);
    stream.complete();

    SpanEvent event = spans.ended.remove();
    assertThat(event.value(Attribute.OUTPUT_MESSAGES)).isSameAs(whole);
    assertThat(event.value(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK)).isInstanceOf(Double.class);
    assertThat(event.value(Attribute.STREAM_OUTCOME)).isNull();
    assertThat(PartialAnswer.reservedByAll()).isZero();
  }

  @Test
  void withoutACompleteAnswerThePiecesStay() {
    stream.text("all of it");
    stream.claimEnd();
    stream.complete();

    assertThat(partial(spans.ended.remove())).isEqualTo(message("all of it", null));
  }

  @Test
  void theWaitingSpanEndsWithTheLastCallback() {
    stream.claimEnd();
    stream.complete();
    OpenStream.Callback callback = stream.lastCallback();
    assertThat(Tracer.current()).isSameAs(agent);
    assertThat(agent.ended()).isFalse();
    callback.close();

    assertThat(Tracer.current()).isNull();
    assertThat(agent.ended()).isTrue();
  }

  @Test
  void aFailedAnswerIsAsMuchAsHadArrived() {
    IllegalStateException error = new IllegalStateException();
    stream.text("half an ");
    stream.claimEnd();
    stream.fail(error);
    stream.lastCallback().close();

    SpanEvent chat = spans.ended.remove();
    SpanEvent agentEvent = spans.ended.remove();
    assertThat(chat.error()).isSameAs(error);
    assertThat(partial(chat)).isEqualTo(message("half an ", "error"));
    assertThat(chat.value(Attribute.STREAM_OUTCOME)).isNull();
    assertThat(agentEvent.error()).isSameAs(error);
    assertThat(partial(agentEvent)).isEqualTo(message("half an ", "error"));
  }

  @Test
  void aStreamThatIsBrokenOffEndsTheWaitingSpanToo() {
    stream.text("half an ");
    stream.breakOff(StreamOutcome.CANCELLED);
    stream.breakOff(StreamOutcome.ABANDONED);

    SpanEvent chat = spans.ended.remove();
    SpanEvent agentEvent = spans.ended.remove();
    assertThat(chat.value(Attribute.STREAM_OUTCOME)).isEqualTo("cancelled");
    assertThat(partial(chat)).isEqualTo(message("half an ", "error"));
    assertThat(chat.error()).isNull();
    assertThat(agentEvent.value(Attribute.STREAM_OUTCOME)).isEqualTo("cancelled");
    assertThat(agentEvent.error()).isNull();
    assertThat(spans.ended).isEmpty();
  }

  @Test
  void whatFailsWhileItIsCancelledIsCancelled() {
    stream.cancelling(true);
    stream.claimEnd();
    stream.fail(new IllegalStateException("closed"));
    stream.lastCallback().close();
    stream.breakOff(StreamOutcome.CANCELLED);

    SpanEvent chat = spans.ended.remove();
    assertThat(chat.value(Attribute.STREAM_OUTCOME)).isEqualTo("cancelled");
    assertThat(chat.error()).isNull();
    assertThat(spans.ended.remove().error()).isNull();
    assertThat(spans.ended).isEmpty();
  }

  @Test
  void aCancelThatWasRefusedChangesNothing() {
    IllegalStateException error = new IllegalStateException();
    stream.cancelling(true);
    stream.cancelling(false);
    stream.claimEnd();
    stream.fail(error);

    assertThat(spans.ended.remove().error()).isSameAs(error);
    stream.close();
  }

  @Test
  void whatDidNotFitIsSaid() {
    stream.text("x".repeat(PartialAnswer.MAX_BYTES));
    stream.breakOff(StreamOutcome.ABANDONED);

    assertThat(spans.ended.remove().value(Attribute.STREAM_TRUNCATED)).isEqualTo(true);
  }

  @Test
  void theFirstPieceWithContentIsTheFirst() {
    stream.text(null);
    stream.text("");
    stream.reasoning("");
    assertThat(call.has(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK)).isFalse();
    stream.reasoning("hm");
    Object first = call.value(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK);
    stream.text("yes");

    assertThat(first).isNotNull();
    assertThat(call.value(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK)).isSameAs(first);
  }

  @Test
  void whatTheApplicationDoesInACallbackBelongsToTheWaitingSpan() {
    OpenStream.Callback callback = stream.callback();
    assertThat(Tracer.current()).isSameAs(agent);
    callback.close();
    assertThat(Tracer.current()).isNull();

    try (Tracer.Resumed resumed = Tracer.resume(call)) {
      OpenStream.Callback inCall = stream.callback();
      assertThat(Tracer.current()).isSameAs(agent);
      inCall.close();
      assertThat(Tracer.current()).isSameAs(resumed.span());
    }
    ActiveSpan other = RecordedSpans.active(Operation.RETRIEVAL, null);
    try (Tracer.Resumed resumed = Tracer.resume(other)) {
      stream.callback().close();
      assertThat(Tracer.current()).isSameAs(resumed.span());
    }
  }

  @Test
  void aModelThatIsAskedInACallbackIsAnotherCall() {
    OpenStream alone = OpenStream.of(Tracer.start(Operation.CHAT));
    assertThat(Tracer.start(Operation.CHAT)).isNull();
    OpenStream.Callback callback = alone.callback();
    ActiveSpan inside = Tracer.start(Operation.CHAT);
    assertThat(inside.parent()).isNull();
    Tracer.leave(inside);
    callback.close();
    assertThat(Tracer.current()).isSameAs(alone.call());
    Tracer.leave(alone.call());
    alone.breakOff(StreamOutcome.ABANDONED);
  }

  @Test
  void overloadsThatCallEachOtherAreOneDelivery() {
    OpenStream.Callback outer = stream.callback();
    assertThat(stream.callback()).isNull();
    outer.close();
    OpenStream.Callback next = stream.callback();
    assertThat(next).isNotNull();
    next.close();
  }

  @Test
  void ofManyWhoEndItOneDoes() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    List<Runnable> ends =
        List.of(
            () -> stream.breakOff(StreamOutcome.CANCELLED),
            () -> stream.breakOff(StreamOutcome.IDLE_TIMEOUT),
            () -> {
              if (stream.claimEnd()) {
                stream.complete();
                stream.lastCallback().close();
              }
            },
            () -> {
              if (stream.claimEnd()) {
                stream.fail(new IllegalStateException());
                stream.lastCallback().close();
              }
            });
    for (int round = 0; round < 500; round++) {
      spans.ended.clear();
      open();
      stream.text("half an ");
      CyclicBarrier begin = new CyclicBarrier(ends.size());
      List<Future<?>> work = new ArrayList<>();
      for (Runnable end : ends) {
        work.add(
            executor.submit(
                () -> {
                  begin.await();
                  end.run();
                  return null;
                }));
      }
      for (Future<?> each : work) {
        each.get();
      }
      assertThat(spans.ended).extracting(SpanEvent::span).containsExactly(call, agent);
    }
    executor.shutdown();
  }

  private static Message message(String text, String finishReason) {
    return new Message(Message.ASSISTANT, List.of(new Message.Text(text)), finishReason);
  }

  private static Message partial(SpanEvent event) {
    return ((PartialAnswer) event.value(Attribute.OUTPUT_MESSAGES)).joined().messages().get(0);
  }
}
