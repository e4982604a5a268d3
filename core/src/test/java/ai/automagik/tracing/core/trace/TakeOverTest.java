package ai.automagik.tracing.core.trace;

import static ai.automagik.tracing.core.trace.Operation.CHAT;
import static ai.automagik.tracing.core.trace.Operation.INVOKE_AGENT;
import static ai.automagik.tracing.core.trace.Operation.INVOKE_WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hooks that meet the same call, and make one span of it. */
class TakeOverTest {
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
  void theCallThatASpanWasBegunForTakesItOverOnce() {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT).begunFor("call");

    assertThat(Tracer.takeOver("call")).isSameAs(agent);
    assertThat(Tracer.takeOver("call")).as("the agent calls itself").isNull();
    assertThat(spans.started).containsExactly(agent);
  }

  @Test
  void anotherCallTakesNothingOver() {
    assertThat(Tracer.takeOver("call")).isNull();
    ActiveSpan agent = Tracer.start(INVOKE_AGENT).begunFor("call");

    assertThat(Tracer.takeOver("other")).isNull();
    assertThat(Tracer.takeOver("call")).isSameAs(agent);
  }

  @Test
  void whatBeganInBetweenIsNotSkipped() {
    Tracer.start(INVOKE_AGENT).begunFor("call");
    ActiveSpan chat = Tracer.start(CHAT);

    assertThat(Tracer.takeOver("call")).isNull();
    Tracer.leave(chat);
    assertThat(Tracer.takeOver("call")).isNotNull();
  }

  @Test
  void aSpanThatHasEndedIsNotTakenOver() {
    ActiveSpan agent = Tracer.start(INVOKE_AGENT).begunFor("call");
    agent.end(null);

    assertThat(Tracer.takeOver("call")).isNull();
  }

  @Test
  void workflowsNest() {
    ActiveSpan outer = Tracer.start(INVOKE_WORKFLOW);
    ActiveSpan inner = Tracer.start(INVOKE_WORKFLOW);

    assertThat(inner.parent()).isSameAs(outer);
  }
}
