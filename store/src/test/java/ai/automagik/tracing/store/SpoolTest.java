package ai.automagik.tracing.store;

import static ai.automagik.tracing.store.SpoolFixture.T0_MILLIS;
import static ai.automagik.tracing.store.SpoolFixture.attribute;
import static ai.automagik.tracing.store.SpoolFixture.failed;
import static ai.automagik.tracing.store.SpoolFixture.frameBytes;
import static ai.automagik.tracing.store.SpoolFixture.header;
import static ai.automagik.tracing.store.SpoolFixture.join;
import static ai.automagik.tracing.store.SpoolFixture.request;
import static ai.automagik.tracing.store.SpoolFixture.running;
import static ai.automagik.tracing.store.SpoolFixture.span;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final long NOW_MILLIS = T0_MILLIS + 60_000;
  private static final String RUN_A = "20261121-061900-123-9f3c";
  private static final String RUN_B = "20261121-061930-456-0a1b";

  @TempDir Path folder;
  private SpoolFixture fixture;
  private Spool spool;

  @BeforeEach
  void open() {
    fixture = new SpoolFixture(folder);
    spool = new Spool(folder, Clock.fixed(Instant.ofEpochMilli(NOW_MILLIS), ZoneOffset.UTC));
  }

  @Test
  void addsUpATrace() {
    fixture.frame(
        RUN_A,
        "shop",
        span("aa", "02", "01", "chat gpt-4o", 10, 100)
            .addAttributes(attribute("gen_ai.usage.input_tokens", 100))
            .addAttributes(attribute("gen_ai.usage.output_tokens", 20))
            .addAttributes(attribute("gen_ai.usage.cache_read.input_tokens", 64)),
        span("aa", "03", "01", "chat gpt-4o", 200, 100)
            .addAttributes(attribute("gen_ai.usage.input_tokens", 200))
            .addAttributes(attribute("gen_ai.usage.output_tokens", 30)),
        failed(span("aa", "04", "01", "execute_tool t", 120, 5), "E", "m", "s"),
        span("aa", "01", "", "invoke_agent Planner.plan", 0, 400));

    TraceList list = spool.list(TraceQuery.newest(20));

    assertThat(list.notes()).isEmpty();
    assertThat(list.traces())
        .containsExactly(
            new TraceSummary(
                "aa" + "0".repeat(30),
                "invoke_agent Planner.plan",
                List.of("shop"),
                List.of(RUN_A),
                T0_MILLIS * 1_000_000,
                (T0_MILLIS + 400) * 1_000_000,
                4,
                1,
                300,
                50,
                64,
                TraceSummary.Status.ERROR));
    assertThat(list.traces().get(0).durationNanos(NOW_MILLIS * 1_000_000)).isEqualTo(400_000_000);
  }

  @Test
  void listsNewestFirstWithinTheLimit() {
    for (int i = 0; i < 5; i++) {
      fixture.frame(RUN_A, "shop", span("a" + i, "01", "", "trace " + i, i * 1000, 10));
    }

    TraceList list = spool.list(TraceQuery.newest(2));

    assertThat(list.traces()).extracting(TraceSummary::name).containsExactly("trace 4", "trace 3");
    assertThat(list.matchingCount()).isEqualTo(5);
  }

  @Test
  void filters() {
    fixture.frame(RUN_A, "shop", failed(span("a1", "01", "", "old error", 0, 1), "E", "m", "s"));
    fixture.frame(RUN_A, "shop", span("a2", "01", "", "shop ok", 1000, 1));
    fixture.frame(RUN_B, "billing", span("a3", "01", "", "billing ok", 2000, 1));

    assertThat(names(new TraceQuery(9, "SHOP", false, null)))
        .containsExactly("shop ok", "old error");
    assertThat(names(new TraceQuery(9, null, true, null))).containsExactly("old error");
    assertThat(names(new TraceQuery(9, null, false, Instant.ofEpochMilli(T0_MILLIS + 1000))))
        .containsExactly("billing ok", "shop ok");
    assertThat(spool.list(new TraceQuery(9, "none", false, null)).storedCount()).isEqualTo(3);
  }

  @Test
  void anEndedSpanReplacesTheRunningOne() {
    fixture.info(RUN_A, "shop", "running", NOW_MILLIS - 1000);
    fixture.frame(RUN_A, "shop", running("aa", "01", "", "agent", 0));

    assertThat(only().status()).isEqualTo(TraceSummary.Status.RUNNING);
    assertThat(only().durationNanos(NOW_MILLIS * 1_000_000)).isEqualTo(60_000_000_000L);
    assertThat(trace("aa").roots().get(0).span().state()).isEqualTo(Span.State.RUNNING);

    fixture.frame(RUN_A, "shop", span("aa", "01", "", "agent", 0, 50));

    assertThat(only().status()).isEqualTo(TraceSummary.Status.OK);
    assertThat(only().spanCount()).isEqualTo(1);
    assertThat(trace("aa").roots().get(0).span().state()).isEqualTo(Span.State.ENDED);
  }

  @Test
  void aRunningSpanThatComesLateIsIgnored() {
    fixture.info(RUN_A, "shop", "running", NOW_MILLIS - 1000);
    fixture.frame(RUN_A, "shop", span("aa", "01", "", "agent", 0, 50));
    fixture.frame(RUN_A, "shop", running("aa", "01", "", "agent", 0));

    assertThat(only().status()).isEqualTo(TraceSummary.Status.OK);
    assertThat(only().spanCount()).isEqualTo(1);
    assertThat(trace("aa").roots().get(0).span().state()).isEqualTo(Span.State.ENDED);
  }

  @Test
  void anOpenSpanOfARunThatIsOverIsInterrupted() {
    fixture.frame(
        RUN_A,
        "shop",
        running("aa", "01", "", "agent", 0),
        span("aa", "02", "01", "chat gpt-4o", 10, 90));

    assertThat(only().status()).as("no run.json").isEqualTo(TraceSummary.Status.INTERRUPTED);
    fixture.info(RUN_A, "shop", "running", NOW_MILLIS - 10_000);
    assertThat(only().status()).as("old heartbeat").isEqualTo(TraceSummary.Status.INTERRUPTED);
    fixture.info(RUN_A, "shop", "ended", NOW_MILLIS);
    assertThat(only().status()).as("ended").isEqualTo(TraceSummary.Status.INTERRUPTED);
    assertThat(only().durationNanos(NOW_MILLIS * 1_000_000)).isEqualTo(100_000_000);
    assertThat(only().name()).isEqualTo("agent");
    assertThat(trace("aa").roots().get(0).span().state()).isEqualTo(Span.State.INTERRUPTED);
    fixture.info(RUN_A, "shop", "running", NOW_MILLIS - 9_999);
    assertThat(only().status()).isEqualTo(TraceSummary.Status.RUNNING);
  }

  @Test
  void aTraceMaySpanSeveralRuns() {
    fixture.frame(RUN_A, "shop", span("aa", "01", "", "agent", 0, 100));
    fixture.frame(RUN_B, "billing", span("aa", "02", "01", "chat gpt-4o", 10, 50));

    Trace trace = trace("aa");

    assertThat(trace.summary().runs()).containsExactly(RUN_A, RUN_B);
    assertThat(trace.summary().services()).containsExactly("shop", "billing");
    assertThat(trace.runs()).extracting(Run::id).containsExactly(RUN_A, RUN_B);
    assertThat(outline(trace)).containsExactly("agent", "  chat gpt-4o");
  }

  @Test
  void orphansAndRingsBecomeRoots() {
    fixture.frame(
        RUN_A,
        "shop",
        span("aa", "01", "", "root", 0, 100),
        span("aa", "03", "01", "late child", 20, 5),
        span("aa", "02", "01", "early child", 10, 5),
        span("aa", "05", "99", "orphan", 5, 5),
        span("aa", "06", "05", "child of orphan", 6, 1),
        span("aa", "07", "08", "ring a", 50, 1),
        span("aa", "08", "07", "ring b", 60, 1),
        span("aa", "09", "09", "own parent", 70, 1));

    Trace trace = trace("aa");

    assertThat(outline(trace))
        .containsExactly(
            "root",
            "  early child",
            "  late child",
            "orphan?",
            "  child of orphan",
            "ring a?",
            "  ring b",
            "own parent?");
    assertThat(trace.summary().name()).isEqualTo("root");
  }

  @Test
  void decodesASpan() {
    fixture.frame(
        RUN_A,
        "shop",
        failed(
            span("aa", "02", "01", "chat gpt-4o", 10, 100)
                .addAttributes(attribute("text", "t"))
                .addAttributes(attribute("whole", 7))
                .addAttributes(attribute("real", 0.5))
                .addAttributes(attribute("claim", true))
                .addAttributes(attribute("texts", List.of("a", "b"))),
            "java.io.IOException",
            "broken",
            "at Line"));

    Span span = trace("aa").roots().get(0).span();

    assertThat(span.attributes().values())
        .containsEntry("text", "t")
        .containsEntry("whole", 7L)
        .containsEntry("real", 0.5)
        .containsEntry("claim", true)
        .containsEntry("texts", List.of("a", "b"));
    assertThat(span.kind()).isEqualTo(Span.Kind.CLIENT);
    assertThat(span.status()).isEqualTo(Span.Status.ERROR);
    assertThat(span.statusMessage()).isEqualTo("broken");
    assertThat(span.service()).isEqualTo("shop");
    assertThat(span.resource().number("process.pid")).isEqualTo(123L);
    assertThat(span.scope()).isEqualTo("automagik-tracing/langchain4j");
    assertThat(span.parentSpanId()).isEqualTo("0100000000000000");
    assertThat(span.events().get(0).attributes().text("exception.stacktrace")).isEqualTo("at Line");
  }

  @Test
  void findsByPrefix() {
    fixture.frame(RUN_A, "shop", span("ab11", "01", "", "one", 0, 1));
    fixture.frame(RUN_A, "shop", span("ab22", "77", "", "two", 1, 1));

    assertThat(trace("AB1").summary().name()).isEqualTo("one");
    assertThat(trace("77").summary().name()).as("by span id").isEqualTo("two");
    assertThat(spool.find("cc")).isInstanceOf(TraceLookup.NotFound.class);
    assertThat(((TraceLookup.Several) spool.find("ab")).candidates())
        .extracting(TraceSummary::name)
        .containsExactly("two", "one");
    assertThat(((TraceLookup.Found) spool.newest()).trace().summary().name()).isEqualTo("two");
  }

  @Test
  void anEmptyOrMissingSpoolHasNoTracesAndNoNotes() {
    assertThat(spool.list(TraceQuery.newest(9)))
        .isEqualTo(new TraceList(List.of(), 0, 0, List.of()));
    assertThat(new Spool(folder.resolve("missing")).newest())
        .isEqualTo(new TraceLookup.NotFound(List.of()));
  }

  @Test
  void badFilesBecomeNotesAndTheRestIsRead() {
    byte[] good = frameBytes(request(RUN_A, "shop", span("aa", "01", "", "good", 0, 1)));
    byte[] badIds =
        frameBytes(
            request(
                RUN_A,
                "shop",
                span("aa", "02", "", "bad", 0, 1).setSpanId(ByteString.copyFromUtf8("x"))));
    byte[] damaged = good.clone();
    damaged[good.length - 1] ^= 1;
    fixture
        .append(RUN_A, "0001.otlp", join(good, Arrays.copyOf(good, 20)))
        .append(RUN_A, "0002.otlp", damaged)
        .write(RUN_A, "0003.otlp", header(9))
        .append(RUN_A, "0004.otlp", badIds)
        .write(RUN_A, "run.json", "{".getBytes(UTF_8));

    TraceList list = spool.list(TraceQuery.newest(9));

    assertThat(list.traces()).extracting(TraceSummary::name).containsExactly("good");
    String files = folder.resolve(RUN_A) + "/";
    assertThat(list.notes())
        .containsExactly(
            files
                + "run.json cannot be read (UnexpectedEndOfInputException): its run counts as over;"
                + " its traces are shown all the same",
            files
                + "0001.otlp ends inside a frame at byte "
                + (16 + good.length)
                + ": its JVM was killed; all before it is read",
            files
                + "0002.otlp is damaged at byte 16 (checksum mismatch): the rest is skipped; delete"
                + " the file when you no longer need it",
            files
                + "0003.otlp was written by a newer version (format version 9, this reader knows"
                + " 1): skipped; read it with a newer automagik-tracing.jar",
            files + "0004.otlp has 1 spans without a valid trace and span id: skipped");
  }

  @Test
  void aTornTailOfALiveRunIsNoProblem() {
    byte[] good = frameBytes(request(RUN_A, "shop", span("aa", "01", "", "good", 0, 1)));
    fixture
        .append(RUN_A, "0001.otlp", join(good, Arrays.copyOf(good, 20)))
        .info(RUN_A, "shop", "running", NOW_MILLIS);

    assertThat(spool.list(TraceQuery.newest(9)).notes()).isEmpty();
  }

  @Test
  void readsWhatARunSaysOfItself() {
    fixture.info(RUN_A, "shop", "running", NOW_MILLIS);
    fixture.write(RUN_B, "run.json", "{\"pid\":\"text\",\"modules\":7}".getBytes(UTF_8));

    List<Run> runs = spool.runs();

    RunInfo info = runs.get(0).info();
    assertThat(info).isNotNull();
    assertThat(info.pid()).isEqualTo(123);
    assertThat(info.spool())
        .isEqualTo(new RunInfo.SpoolInfo("off", "no space left on device", 1, 12345));
    assertThat(info.counters()).containsEntry("droppedQueueFull", 1L);
    assertThat(info.modules())
        .containsExactly(
            new RunInfo.ModuleInfo(
                "langchain4j",
                "plugged",
                List.of("dev.langchain4j.model.chat.ChatModel"),
                List.of("a.B"),
                0,
                null));
    assertThat(info.settings()).containsEntry("capture", "full");
    assertThat(runs.get(0).alive(NOW_MILLIS)).isTrue();
    assertThat(runs.get(1).alive(NOW_MILLIS)).isFalse();
  }

  @Test
  void aHundredThousandSpansInAChainAreATree() {
    io.opentelemetry.proto.trace.v1.Span.Builder[] spans =
        new io.opentelemetry.proto.trace.v1.Span.Builder[100_000];
    for (int i = 0; i < spans.length; i++) {
      String parent = i == 0 ? "" : "%016x".formatted(i);
      spans[i] = span("aa", "%016x".formatted(i + 1), parent, "span " + i, i, 1);
    }
    fixture.frame(RUN_A, "shop", spans);

    assertThat(trace("aa").summary().spanCount()).isEqualTo(spans.length);
    assertThat(only().spanCount()).isEqualTo(spans.length);
  }

  private List<String> names(TraceQuery query) {
    return spool.list(query).traces().stream().map(TraceSummary::name).toList();
  }

  private TraceSummary only() {
    List<TraceSummary> traces = spool.list(TraceQuery.newest(9)).traces();
    assertThat(traces).hasSize(1);
    return traces.get(0);
  }

  private Trace trace(String prefix) {
    TraceLookup lookup = spool.find(prefix);
    assertThat(lookup).isInstanceOf(TraceLookup.Found.class);
    Trace trace = ((TraceLookup.Found) lookup).trace();
    if (trace.summary().spanCount() < 100) {
      assertThat(trace.summary())
          .as("list and show agree")
          .isIn(spool.list(TraceQuery.newest(9)).traces());
    }
    return trace;
  }

  private static List<String> outline(Trace trace) {
    record Line(SpanNode node, int depth) {}
    List<String> outline = new java.util.ArrayList<>();
    ArrayDeque<Line> pending = new ArrayDeque<>();
    trace.roots().forEach(root -> pending.add(new Line(root, 0)));
    while (!pending.isEmpty()) {
      Line line = pending.pop();
      SpanNode node = line.node();
      outline.add("  ".repeat(line.depth()) + node.span().name() + (node.orphan() ? "?" : ""));
      for (int i = node.children().size() - 1; i >= 0; i--) {
        pending.push(new Line(node.children().get(i), line.depth() + 1));
      }
    }
    return outline;
  }
}
