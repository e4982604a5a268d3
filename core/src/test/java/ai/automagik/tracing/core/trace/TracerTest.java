package ai.automagik.tracing.core.trace;

import static ai.automagik.tracing.core.trace.Operation.CHAT;
import static ai.automagik.tracing.core.trace.Operation.EXECUTE_TOOL;
import static ai.automagik.tracing.core.trace.Operation.INVOKE_AGENT;
import static ai.automagik.tracing.core.trace.Operation.RETRIEVAL;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracerTest {
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
  void spansNestInTheOrderOfTheirCalls() {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT);
    ActiveSpan chat = Tracer.start(CHAT);

    assertThat(agent.parent()).isNull();
    assertThat(agent.parentSpanId()).isZero();
    assertThat(chat.parent()).isSameAs(agent);
    assertThat(chat.parentSpanId()).isEqualTo(agent.spanId());
    assertThat(chat.traceIdHigh()).isEqualTo(agent.traceIdHigh());
    assertThat(chat.traceIdLow()).isEqualTo(agent.traceIdLow());
    assertThat(chat.spanId()).isNotEqualTo(agent.spanId());
    assertThat(chat.startEpochNanos()).isGreaterThanOrEqualTo(agent.startEpochNanos());
    assertThat(spans.started).containsExactly(agent, chat);
  }

  @Test
  void leavingMakesTheOuterSpanCurrentAgain() {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT);
    ActiveSpan chat = Tracer.start(CHAT);
    assertThat(Tracer.current()).isSameAs(chat);

    Tracer.leave(chat);
    assertThat(Tracer.current()).isSameAs(agent);
    ActiveSpan tool = Tracer.start(EXECUTE_TOOL);
    assertThat(tool.parent()).isSameAs(agent);

    Tracer.leave(tool);
    Tracer.leave(agent);
    assertThat(Tracer.current()).isNull();
  }

  @Test
  void everyRootBeginsATraceOfItsOwn() {
    ActiveSpan first = Tracer.start(CHAT);
    Tracer.leave(first);
    ActiveSpan second = Tracer.start(CHAT);

    assertThat(second.parent()).isNull();
    assertThat(second.traceIdLow()).isNotEqualTo(first.traceIdLow());
  }

  @Test
  void anotherObjectInsideTheSameOperationIsTraced() {
    Object outer = new Object();
    Object inner = new Object();
    ActiveSpan span = Tracer.start(RETRIEVAL, outer);
    assertThat(Tracer.start(RETRIEVAL, outer)).isNull();
    ActiveSpan beneath = Tracer.start(RETRIEVAL, inner);

    assertThat(beneath.parent()).isSameAs(span);
    assertThat(Tracer.start(RETRIEVAL, inner)).isNull();

    beneath.standFor(outer);
    assertThat(Tracer.start(RETRIEVAL, outer)).isNull();
    assertThat(spans.started).containsExactly(span, beneath);
  }

  @Test
  void anOverloadInsideTheSameOperationIsNotTracedAgain() {
    ActiveSpan outer = Tracer.start(CHAT);

    assertThat(Tracer.start(CHAT)).isNull();
    assertThat(Tracer.current()).isSameAs(outer);
    assertThat(spans.started).containsExactly(outer);
  }

  @Test
  void theSameOperationIsTracedAgainBehindAnother() {
    Tracer.start(CHAT);
    ActiveSpan tool = Tracer.start(EXECUTE_TOOL);
    ActiveSpan inner = Tracer.start(CHAT);

    assertThat(inner.parent()).isSameAs(tool);
  }

  @Test
  void anAgentMayCallAnAgent() {
    ActiveSpan outer = Tracer.start(INVOKE_AGENT);
    ActiveSpan inner = Tracer.start(INVOKE_AGENT);

    assertThat(inner.parent()).isSameAs(outer);
  }

  @Test
  void theOperationIsTracedAgainOnceTheFirstHasEnded() {
    ActiveSpan first = Tracer.start(CHAT);
    first.end(null);

    assertThat(Tracer.start(CHAT)).isNotNull();
  }

  @Test
  void leavingRestoresAlsoIfAnInnerSpanWasNeverLeft() {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT);
    ActiveSpan chat = Tracer.start(CHAT);
    Tracer.start(EXECUTE_TOOL);

    Tracer.leave(chat);
    assertThat(Tracer.current()).isSameAs(agent);
    Tracer.start(CHAT);
    Tracer.leave(agent);
    assertThat(Tracer.current()).isNull();
  }

  @Test
  void aSpanThatHasEndedIsNotCurrent() {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT);
    ActiveSpan chat = Tracer.start(CHAT);
    ActiveSpan tool = Tracer.start(EXECUTE_TOOL);
    chat.end(null);
    assertThat(Tracer.current()).isSameAs(tool);

    tool.end(null);
    assertThat(Tracer.current()).isSameAs(agent);
    assertThat(Tracer.start(CHAT).parent()).isSameAs(agent);

    agent.end(null);
  }

  @Test
  void currentCanBeAskedForOneOperation() {
    assertThat(Tracer.current(CHAT)).isNull();
    ActiveSpan chat = Tracer.start(CHAT);

    assertThat(Tracer.current(CHAT)).isSameAs(chat);
    assertThat(Tracer.current(INVOKE_AGENT)).isNull();
    Tracer.start(EXECUTE_TOOL);
    assertThat(Tracer.current(CHAT)).isNull();
  }

  @Test
  void otherThreadsKnowNothingOfIt() throws InterruptedException {
    Tracer.start(INVOKE_AGENT);

    assertThat(onAnotherThread(Tracer::current)).isNull();
  }

  @Test
  void aSpanIsResumedOnAnotherThread() throws InterruptedException {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT);

    ActiveSpan child =
        onAnotherThread(
            () -> {
              try (Tracer.Resumed resumed = Tracer.resume(agent)) {
                assertThat(resumed.span()).isSameAs(agent);
                assertThat(Tracer.current()).isSameAs(agent);
                return Tracer.start(CHAT);
              } finally {
                assertThat(Tracer.current()).isNull();
              }
            });

    assertThat(child.parent()).isSameAs(agent);
    assertThat(Tracer.current()).isSameAs(agent);
  }

  @Test
  void resumedSpansNestAndRestoreWhatWasBefore() {
    ActiveSpan mine = Tracer.start(INVOKE_AGENT);
    ActiveSpan theirs = RecordedSpans.active(CHAT, null);
    ActiveSpan inner = RecordedSpans.active(EXECUTE_TOOL, theirs);

    try (Tracer.Resumed first = Tracer.resume(theirs)) {
      try (Tracer.Resumed second = Tracer.resume(inner)) {
        assertThat(Tracer.current()).isSameAs(second.span());
      }
      assertThat(Tracer.current()).isSameAs(first.span());
    }
    assertThat(Tracer.current()).isSameAs(mine);
  }

  @Test
  void aRootThatWasNeverLeftIsNotKeptAliveByTheNext() {
    WeakReference<ActiveSpan> never = endedButNeverLeft();
    ActiveSpan next = Tracer.start(CHAT);
    next.end(null);
    Tracer.leave(next);
    spans.started.clear();
    spans.ended.clear();

    Await.untilCollected("the span is gone", () -> never.get() == null);
    assertThat(next.ended()).isTrue();
  }

  private static WeakReference<ActiveSpan> endedButNeverLeft() {
    ActiveSpan span = Tracer.start(CHAT);
    span.end(null);
    return new WeakReference<>(span);
  }

  private static ActiveSpan onAnotherThread(Supplier<ActiveSpan> work) throws InterruptedException {
    AtomicReference<ActiveSpan> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.set(work.get());
              } catch (Throwable e) {
                failure.set(e);
              }
            });
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
    return result.get();
  }

  @Test
  void whatAThreadWasAskedToDoIsOver() {
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT);
    Tracer.forget();
    assertThat(Tracer.current()).isNull();
    Tracer.leave(span);
    assertThat(Tracer.current()).isNull();
  }

  @Test
  void aThreadBeginsWithTheSpanThatItWasStartedFor() throws InterruptedException {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT);
    ActiveSpan tool = Tracer.start(EXECUTE_TOOL);
    AtomicReference<ActiveSpan> child = new AtomicReference<>();
    AtomicReference<ActiveSpan> afterwards = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              ActiveSpan chat = Tracer.start(CHAT);
              child.set(chat);
              chat.end(null);
              Tracer.leave(chat);
              tool.end(null);
              afterwards.set(Tracer.current());
              Tracer.forget();
              assertThat(Tracer.current()).isNull();
            });
    Tracer.starts(thread);
    thread.start();
    thread.join();

    assertThat(child.get().parent()).isSameAs(tool);
    assertThat(afterwards.get()).isSameAs(agent);
    agent.end(null);
  }

  @Test
  void aThreadThatAsksWhenItsSpanHasEndedBeginsWithNothing() throws InterruptedException {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT);
    AtomicReference<ActiveSpan> seen = new AtomicReference<>(agent);
    Thread thread = new Thread(() -> seen.set(Tracer.current()));
    Tracer.starts(thread);
    agent.end(null);
    thread.start();
    thread.join();

    assertThat(seen.get()).isNull();
  }

  @Test
  void workThatHasNoPartInItSeesNothingOfIt() {
    ActiveSpan mine = Tracer.start(INVOKE_AGENT);
    ActiveSpan theirs = RecordedSpans.active(CHAT, null);

    try (Tracer.Interlude nothing = Tracer.resumeOnly(null)) {
      assertThat(nothing).isNotNull();
      assertThat(Tracer.current()).isNull();
      assertThat(Tracer.resumeOnly(null)).isNull();
      try (Tracer.Interlude other = Tracer.resumeOnly(theirs)) {
        assertThat(other).isNotNull();
        assertThat(Tracer.current()).isSameAs(theirs);
      }
      assertThat(Tracer.current()).isNull();
    }
    assertThat(Tracer.current()).isSameAs(mine);
  }

  @Test
  void theTraceOfACallerElsewhereGoesOn() {
    RemoteParent caller = new RemoteParent(1, 2, 3);
    ActiveSpan here = Tracer.start(INVOKE_AGENT);

    ActiveSpan served = Tracer.serve(Operation.MCP_TOOLS_CALL, caller);

    assertThat(served.kind()).isEqualTo(Operation.Kind.SERVER);
    assertThat(served.remotelyCalled()).isTrue();
    assertThat(served.parent()).isNull();
    assertThat(served.parentSpanId()).isEqualTo(3);
    assertThat(served.traceIdHigh()).isEqualTo(1);
    assertThat(served.traceIdLow()).isEqualTo(2);
    assertThat(Tracer.current()).isSameAs(here);
  }

  @Test
  void aCallerThatIsHereAfterAllIsTheParent() {
    ActiveSpan client = Tracer.start(Operation.MCP_TOOLS_CALL);
    RemoteParent caller = TraceContext.read(TraceContext.forMcp(client));

    assertThat(Tracer.serve(Operation.MCP_TOOLS_CALL, caller).parent()).isSameAs(client);
    assertThat(Tracer.serve(Operation.MCP_TOOLS_CALL, null).parent()).isSameAs(client);
  }

  @Test
  void aServerMayItselfBeAClient() {
    ActiveSpan served = Tracer.serve(Operation.MCP_TOOLS_CALL, null);
    try (Tracer.Resumed answering = Tracer.resume(served)) {
      ActiveSpan client = Tracer.start(Operation.MCP_TOOLS_CALL);

      assertThat(answering.span()).isSameAs(served);
      assertThat(client.parent()).isSameAs(served);
      assertThat(client.kind()).isEqualTo(Operation.Kind.CLIENT);
      assertThat(Tracer.start(Operation.MCP_TOOLS_CALL)).isNull();
    }
  }
}
