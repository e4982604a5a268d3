package ai.automagik.tracing.core.trace;

import static ai.automagik.tracing.core.trace.Operation.CHAT;
import static ai.automagik.tracing.core.trace.Operation.RECEIVE_MESSAGE;
import static ai.automagik.tracing.core.trace.Operation.RUN_COMMAND;
import static ai.automagik.tracing.core.trace.Operation.SERVE_HTTP;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.Await;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spans that were entered: they are recorded if something begins beneath them. */
final class EntryTest {
  private final AtomicInteger described = new AtomicInteger();
  private final Entry entry =
      span -> {
        described.incrementAndGet();
        span.set(Attribute.HTTP_ROUTE, "/chat");
        span.conversation("a");
      };
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
  void nothingIsRecordedWhereNothingBegins() {
    ActiveSpan request = Tracer.enter(SERVE_HTTP, null, entry);
    assertThat(Tracer.current()).isSameAs(request);
    assertThat(request.recorded()).isFalse();

    Tracer.leave(request);
    request.end(null);

    assertThat(spans.started).isEmpty();
    assertThat(spans.ended).isEmpty();
    assertThat(described).hasValue(0);
    assertThat(Tracer.current()).isNull();
  }

  @Test
  void theFirstSpanBeneathIsItsChild() {
    ActiveSpan request = Tracer.enter(SERVE_HTTP, null, entry);
    ActiveSpan chat = Tracer.start(CHAT);
    Tracer.leave(chat);
    chat.end(null);
    Tracer.leave(Tracer.start(CHAT));
    request.end(null);

    assertThat(described).hasValue(1);
    assertThat(request.recorded()).isTrue();
    assertThat(spans.started).first().isSameAs(request);
    assertThat(chat.parentSpanId()).isEqualTo(request.spanId());
    assertThat(chat.conversationId()).isEqualTo("a");
    assertThat(spans.ended).extracting(SpanEvent::span).containsExactly(chat, request);
    assertThat(spans.ended.remove().value(Attribute.HTTP_ROUTE)).isNull();
    assertThat(spans.ended.remove().value(Attribute.HTTP_ROUTE)).isEqualTo("/chat");
  }

  @Test
  void entriesWithinEachOtherAreRecordedTogether() {
    ActiveSpan command = Tracer.enter(RUN_COMMAND, null, span -> span.conversation("b"));
    ActiveSpan message = Tracer.enter(RECEIVE_MESSAGE, null, span -> {});
    assertThat(spans.started).isEmpty();

    ActiveSpan chat = Tracer.start(CHAT);

    assertThat(spans.started).containsExactly(command, message, chat);
    assertThat(message.parentSpanId()).isEqualTo(command.spanId());
    assertThat(chat.conversationId()).isEqualTo("b");
  }

  @Test
  void theCallerIsTheParentWhereNothingIsCurrent() {
    ActiveSpan request = Tracer.enter(SERVE_HTTP, new RemoteParent(1, 2, 3), entry);
    ActiveSpan chat = Tracer.start(CHAT);

    assertThat(request.parentSpanId()).isEqualTo(3);
    assertThat(request.remotelyCalled()).isTrue();
    assertThat(chat.traceIdHigh()).isEqualTo(1);
    assertThat(chat.traceIdLow()).isEqualTo(2);
    assertThat(chat.parentSpanId()).isEqualTo(request.spanId());
  }

  /** Work that was handed over may begin after the request was answered. */
  @Test
  void whatIsOverIsNoParent() {
    ActiveSpan outer = Tracer.enter(SERVE_HTTP, new RemoteParent(1, 2, 3), entry);
    ActiveSpan over = Tracer.enter(RUN_COMMAND, null, entry);
    over.end(null);
    outer.end(null);

    ActiveSpan late = RecordedSpans.active(CHAT, over);

    assertThat(late.parentSpanId()).isEqualTo(3);
    assertThat(late.remotelyCalled()).isTrue();
    assertThat(described).hasValue(0);
    assertThat(spans.ended).isEmpty();
  }

  /** Who holds on to a span, such as a thread of a pool, must not hold on to an application. */
  @Test
  void whatIsOverHoldsNothingOfTheRequest() {
    ActiveSpan request = Tracer.enter(SERVE_HTTP, null, new OfApplication());
    WeakReference<Entry> entry = OfApplication.last;
    assertThat(entry.get()).isNotNull();
    Tracer.leave(request);
    request.end(null);

    Await.until(
        "the entry is collected",
        () -> {
          System.gc();
          return entry.get() == null;
        });
    assertThat(request.ended()).isTrue();
  }

  @Test
  void oneRequestHasOneSpanWhoeverHandsItOn() {
    ActiveSpan request = Tracer.enter(SERVE_HTTP, null, entry);

    assertThat(Tracer.enter(SERVE_HTTP, null, entry)).isNull();
    assertThat(Tracer.current()).isSameAs(request);
  }

  @Test
  void anEntryThatCannotSayWhatItIsIsRecordedAllTheSame() {
    ActiveSpan request =
        Tracer.enter(
            SERVE_HTTP,
            null,
            span -> {
              throw new IllegalStateException("the request was recycled");
            });
    ActiveSpan chat = Tracer.start(CHAT);

    assertThat(spans.started).containsExactly(request, chat);
  }

  private static final class OfApplication implements Entry {
    private static WeakReference<Entry> last;

    OfApplication() {
      last = new WeakReference<>(this);
    }

    @Override
    public void describe(ActiveSpan span) {}
  }
}
