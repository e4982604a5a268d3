package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.automagik.tracing.core.Await;
import ai.automagik.tracing.core.CapturedStderr;
import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.RecordedSpans;
import ai.automagik.tracing.core.trace.SpanEvent;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.weaving.WovenClasses;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolHandlerTest {
  @TempDir Path home;
  private SpoolFixture spool;

  @BeforeEach
  void setUp() throws IOException {
    spool = new SpoolFixture(home, null);
  }

  @AfterEach
  void stop() {
    spool.pipeline.stop();
  }

  @Test
  void anEndedSpanIsWrittenOnce() {
    spool.pipeline.ended(SpoolFixture.span("a"));
    spool.pipeline.ended(SpoolFixture.span("b"));
    spool.pipeline.stop();

    assertThat(spool.spans()).extracting(Span::getName).containsExactly("chat a", "chat b");
    assertThat(spool.counters.spooled.sum()).isEqualTo(2);
    assertThat(spool.counters.spoolFailed.sum()).isZero();
    assertThat(spool.budget.heldBytes()).isZero();
  }

  @Test
  void anEndedSpanIsWrittenSoon() {
    spool.pipeline.ended(SpoolFixture.span("a"));

    Await.until("the span is written", () -> spool.spans().size() == 1);
  }

  @Test
  void aLongSpanIsWrittenWhileItRunsAndWhenItHasEnded() {
    ActiveSpan active = RecordedSpans.active(Operation.CHAT, null);
    active.set(Attribute.REQUEST_MODEL, "a");
    spool.pipeline.started(active);
    Await.until("the running record is written", () -> spool.spans().size() == 1);

    spool.pipeline.ended(RecordedSpans.ended(active, span -> {}, null));
    spool.pipeline.stop();

    Span running = spool.spans().get(0);
    Span ended = spool.spans().get(1);
    assertThat(spool.spans()).hasSize(2);
    assertThat(running.getEndTimeUnixNano()).isZero();
    assertThat(running.getName()).isEqualTo("chat a");
    assertThat(DecodedSpans.attributes(running.getAttributesList()))
        .contains(entry("automagik.span.state", "running"));
    assertThat(ended.getSpanId()).isEqualTo(running.getSpanId());
    assertThat(ended.getTraceId()).isEqualTo(running.getTraceId());
    assertThat(ended.getEndTimeUnixNano() - ended.getStartTimeUnixNano())
        .isGreaterThanOrEqualTo(250_000_000);
    assertThat(spool.counters.runningRecords.sum()).isEqualTo(1);
    assertThat(spool.counters.spooled.sum()).isEqualTo(1);
  }

  @Test
  void aStreamIsWrittenAnewAsItGrows() {
    OpenStream stream = OpenStream.of(RecordedSpans.active(Operation.CHAT, null));
    Object handler = new Object();
    stream.deliveredBy(handler);
    spool.pipeline.started(stream.call());
    deliver(stream, "half an ");
    Await.until("the first piece is written", () -> wasWritten("\"half an \""));
    deliver(stream, "answer");

    Await.until("the second is written too", () -> wasWritten("\"half an answer\""));
    stream.breakOff(StreamOutcome.CANCELLED);
    Reference.reachabilityFence(handler);
  }

  @Test
  void aStreamThatIsOpenAtTheEndIsWrittenAsFarAsItGot() {
    OpenStream stream = OpenStream.of(RecordedSpans.active(Operation.CHAT, null));
    Object handler = new Object();
    stream.deliveredBy(handler);
    spool.pipeline.started(stream.call());
    Await.until("it is written without an answer", () -> spool.spans().size() == 1);
    deliver(stream, "half an ");
    spool.pipeline.stop();

    assertThat(wasWritten("\"half an \"")).isTrue();
    stream.breakOff(StreamOutcome.CANCELLED);
    Reference.reachabilityFence(handler);
  }

  @Test
  void aStreamThatIsLostAtTheEndIsAbandoned() {
    RecordedSpans ended = RecordedSpans.install();
    spool.pipeline.started(RecordedSpans.active(Operation.CHAT, null));
    OpenStream stream = OpenStream.of(RecordedSpans.active(Operation.CHAT, null));
    stream.deliveredBy(new Object());
    Await.untilCollected(
        "the stream is abandoned",
        () -> {
          spool.pipeline.stop();
          return stream.over();
        });

    assertThat(ended.ended).extracting(SpanEvent::span).containsExactly(stream.call());
    RecordedSpans.uninstall();
  }

  private static void deliver(OpenStream stream, String piece) {
    OpenStream.Callback callback = stream.callback();
    stream.text(piece);
    callback.close();
  }

  private boolean wasWritten(String text) {
    return spool.spans().stream()
        .map(span -> DecodedSpans.attributes(span.getAttributesList()))
        .anyMatch(
            attributes -> String.valueOf(attributes.get("gen_ai.output.messages")).contains(text));
  }

  @Test
  void aSpanThatHasEndedIsNotWrittenAsRunning() {
    SpanEvent event = SpoolFixture.span("a");
    spool.pipeline.started(event.span());
    spool.pipeline.ended(event);
    Await.until("the span is written", () -> spool.spans().size() == 1);
    spool.pipeline.stop();

    assertThat(spool.spans()).hasSize(1);
    assertThat(spool.counters.runningRecords.sum()).isZero();
  }

  @Test
  void aSpanThatCannotBeWrittenIsCounted() {
    Object hostile =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("hostile");
          }
        };
    spool.pipeline.ended(SpoolFixture.span("a"));
    spool.pipeline.ended(
        RecordedSpans.ended(Operation.CHAT, span -> span.set(Attribute.RESPONSE_ID, hostile)));
    spool.pipeline.ended(SpoolFixture.span("b"));
    spool.pipeline.stop();

    assertThat(spool.spans()).extracting(Span::getName).containsExactly("chat a", "chat b");
    assertThat(spool.counters.spooled.sum()).isEqualTo(2);
    assertThat(spool.counters.spoolFailed.sum()).isEqualTo(1);
    assertThat(spool.budget.heldBytes()).isZero();
  }

  @Test
  void aSpanWhoseContentRunsOutOfMemoryIsCounted() {
    Object greedy =
        new Object() {
          @Override
          public String toString() {
            throw new OutOfMemoryError("pretended");
          }
        };
    spool.pipeline.ended(
        RecordedSpans.ended(Operation.CHAT, span -> span.set(Attribute.RESPONSE_ID, greedy)));
    spool.pipeline.ended(SpoolFixture.span("b"));
    spool.pipeline.stop();

    assertThat(spool.counters.spooled.sum()).isEqualTo(1);
    assertThat(spool.counters.spoolFailed.sum()).isEqualTo(1);
    assertThat(spool.budget.heldBytes()).isZero();
  }

  @Test
  void filesAreRolledAtEightMegabytes() throws IOException {
    SpoolHandler handler = spool.handler(spool.pipeline);
    String content = "x".repeat(1 << 20);
    for (int i = 0; i < 20; i++) {
      SpanEvent span =
          RecordedSpans.ended(Operation.CHAT, each -> each.set(Attribute.RESPONSE_ID, content));
      handler.handle(List.of(span));
    }
    handler.close();

    assertThat(SpoolFrames.files(spool.run()))
        .hasSize(3)
        .allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(8 << 20));
    assertThat(spool.spans()).hasSize(20);
  }

  @Test
  void manySpansAreWrittenInSeveralFrames() throws IOException {
    SpoolHandler handler = spool.handler(spool.pipeline);
    handler.handle(List.of(SpoolFixture.span("first")));
    for (int i = 0; i < 1_000; i++) {
      handler.handle(List.of(SpoolFixture.span("a")));
    }
    handler.close();

    assertThat(SpoolFrames.read(spool.run().resolve("0001.otlp")).size()).isGreaterThan(2);
    assertThat(spool.spans()).hasSize(1_001);
  }

  @Test
  void withoutASpanThereIsNoFolder() throws IOException {
    spool.handler(spool.pipeline).close();

    assertThat(home).isEmptyDirectory();
  }

  @Test
  void everythingBelongsToTheOwnerAlone() throws IOException {
    spool.pipeline.ended(SpoolFixture.span("a"));
    spool.pipeline.stop();

    assertThat(permissions(home.resolve("spool"))).isEqualTo("rwx------");
    assertThat(permissions(spool.run())).isEqualTo("rwx------");
    assertThat(permissions(spool.run().resolve("0001.otlp"))).isEqualTo("rw-------");
    assertThat(permissions(spool.run().resolve("run.json"))).isEqualTo("rw-------");
    assertThat(spool.run().resolve("run.json.new")).doesNotExist();
  }

  @Test
  void aFileInTheFoldersPlaceSwitchesTheSpoolOff() throws IOException {
    Files.writeString(home.resolve("spool"), "in the way");
    try (CapturedStderr stderr = new CapturedStderr()) {
      for (int i = 1; i <= 3; i++) {
        long soFar = 2L * i;
        spool.pipeline.ended(SpoolFixture.span("a"));
        spool.pipeline.ended(SpoolFixture.span("b"));
        Await.until("the spans are counted", () -> spool.counters.spoolFailed.sum() == soFar);
      }
      spool.pipeline.stop();

      assertThat(stderr.lines())
          .singleElement()
          .asString()
          .startsWith("automagik-tracing: cannot write the spool (")
          .contains(home.resolve("spool").toString());
    }
    assertThat(spool.counters.accepted.sum()).isEqualTo(6);
    assertThat(spool.counters.spooled.sum()).isZero();
    assertThat(spool.budget.heldBytes()).isZero();
  }

  @Test
  void aFolderThatIsDeletedSwitchesTheSpoolOff() throws IOException {
    try (CapturedStderr stderr = new CapturedStderr()) {
      spool.pipeline.ended(SpoolFixture.span("a"));
      Await.until("the run is described", spool::hasRunJson);
      for (Path file : List.of(spool.run().resolve("run.json"), spool.run().resolve("0001.otlp"))) {
        Files.delete(file);
      }
      Files.delete(spool.run());
      Await.until("the next sign of life failed", () -> !stderr.lines().isEmpty());
      spool.pipeline.ended(SpoolFixture.span("b"));
      spool.pipeline.stop();

      assertThat(stderr.lines()).hasSize(1);
    }
    assertThat(spool.counters.spooled.sum()).isEqualTo(1);
    assertThat(spool.counters.spoolFailed.sum()).isEqualTo(1);
    assertThat(spool.run()).doesNotExist();
  }

  @Test
  void wovenClassesAreWrittenToo() throws IOException {
    spool = new SpoolFixture(home, WovenClasses.pending(home));
    spool.handler(spool.pipeline).close();

    assertThat(home.resolve("cache")).isNotEmptyDirectory();
    assertThat(spool.counters.cacheFailed.sum()).isZero();
  }

  @Test
  void aCacheThatCannotBeWrittenSwitchesNothingOff() throws IOException {
    Files.writeString(home.resolve("cache"), "in the way");
    spool = new SpoolFixture(home, WovenClasses.pending(home));
    try (CapturedStderr stderr = new CapturedStderr()) {
      SpoolHandler handler = spool.handler(spool.pipeline);
      handler.handle(List.of(SpoolFixture.span("a")));
      handler.close();

      assertThat(stderr.lines()).isEmpty();
    }
    assertThat(spool.counters.cacheFailed.sum()).isEqualTo(1);
    assertThat(spool.spans()).hasSize(1);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
