package ai.automagik.tracing.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.automagik.tracing.core.Await;
import ai.automagik.tracing.core.CapturedStderr;
import ai.automagik.tracing.core.instrumentation.InstrumentationModule;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.RecordedSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run.json}, which the reader's status is made of. */
class RunFileTest {
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
  void saysWhichRunThisIs() {
    spool.pipeline.ended(SpoolFixture.span("a"));
    spool.pipeline.stop();

    assertThat(spool.runJson())
        .contains(
            entry("format", 1L),
            entry("run", DecodedSpans.RUN.id()),
            entry("pid", 123L),
            entry("service", "shop"),
            entry("command", "com.acme.Main"),
            entry("agentVersion", "0.1.0"),
            entry("javaVersion", "17.0.15"),
            entry("javaVendor", "Debian"),
            entry("startedEpochMillis", DecodedSpans.RUN.startedEpochMillis()))
        .containsKey("heartbeatEpochMillis");
  }

  @Test
  void isThereWithTheFirstRecord() throws IOException {
    SpoolHandler handler = spool.handler(spool.pipeline);
    handler.handle(List.of(RecordedSpans.active(Operation.CHAT, null)));
    Await.until(
        "the running record is written",
        () -> {
          atRest(handler);
          return spool.spans().size() == 1;
        });

    assertThat(spool.runJson())
        .contains(entry("state", "running"))
        .containsKey("heartbeatEpochMillis");
    handler.close();
  }

  @Test
  void isRenewedAsLongAsTheRunLives() {
    spool.pipeline.ended(SpoolFixture.span("a"));
    Await.until("the run is described", spool::hasRunJson);
    Object first = spool.runJson().get("heartbeatEpochMillis");

    Await.until(
        "there is another sign of life",
        () -> !spool.runJson().get("heartbeatEpochMillis").equals(first));
    assertThat(spool.runJson()).contains(entry("state", "running"));
  }

  @Test
  void endsWithTheRun() throws IOException {
    spool.pipeline.ended(SpoolFixture.span("a"));
    spool.pipeline.ended(SpoolFixture.span("b"));
    spool.pipeline.stop();

    assertThat(spool.runJson()).contains(entry("state", "ended"));
    assertThat(spool.runJson().get("spool"))
        .isEqualTo(
            objectOf(
                "state",
                "writing",
                "reason",
                null,
                "files",
                1L,
                "bytes",
                Files.size(spool.run().resolve("0001.otlp"))));
    assertThat(JsonTree.object(spool.runJson().get("counters")))
        .contains(
            entry("offered", 2L),
            entry("accepted", 2L),
            entry("droppedQueueFull", 0L),
            entry("droppedMemory", 0L),
            entry("spooled", 2L),
            entry("spoolFailed", 0L),
            entry("runningRecords", 0L),
            entry("valuesUnreadable", 0L),
            entry("adviceFailures", 0L));
  }

  @Test
  void tellsOfTheModules() {
    InstrumentationModule books = spool.modules.get("books");
    books.woven("b.Book");
    books.unmatched("b.Shelf");
    books.failed(new IllegalStateException("half a pair \ud800"));
    spool.pipeline.ended(SpoolFixture.span("a"));
    spool.pipeline.stop();

    Map<String, Object> module = JsonTree.object(((List<?>) spool.runJson().get("modules")).get(0));
    assertThat(module)
        .contains(
            entry("name", "books"),
            entry("state", "plugged"),
            entry("hooks", List.of("b.Book")),
            entry("unmatched", List.of("b.Shelf")),
            entry("failures", 1L));
    assertThat(module.get("reason").toString()).startsWith("java.lang.IllegalStateException: half");
    assertThat(JsonTree.object(spool.runJson().get("counters")))
        .contains(entry("adviceFailures", 1L));
  }

  @Test
  void tellsWhenAModuleWasUnplugged() {
    for (int i = 0; i < 5; i++) {
      spool.modules.get("books").failed(new IllegalStateException());
    }
    spool.pipeline.ended(SpoolFixture.span("a"));
    spool.pipeline.stop();

    assertThat(JsonTree.object(((List<?>) spool.runJson().get("modules")).get(0)))
        .contains(entry("state", "unplugged"));
  }

  @Test
  void tellsTheSettingsThatSomebodyMade() {
    spool.pipeline.ended(SpoolFixture.span("a"));
    spool.pipeline.stop();

    assertThat(spool.runJson().get("settings"))
        .isEqualTo(
            Map.of(
                "home",
                home + " (agent argument home)",
                "service.name",
                "shop (agent argument service)"));
  }

  @Test
  void tellsWhyTheSpoolIsOff() throws IOException {
    Files.createDirectories(spool.run());
    Files.writeString(spool.run().resolve("0001.otlp"), "in the way");
    try (CapturedStderr stderr = new CapturedStderr()) {
      spool.pipeline.ended(SpoolFixture.span("a"));
      spool.pipeline.stop();
      assertThat(stderr.lines()).hasSize(1);
    }

    assertThat(JsonTree.object(spool.runJson().get("spool")))
        .contains(entry("state", "off"), entry("files", 0L))
        .extractingByKey("reason")
        .asString()
        .contains("0001.otlp");
  }

  private static void atRest(SpoolHandler handler) {
    try {
      handler.handle(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A map that may hold null. */
  private static Map<String, Object> objectOf(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
