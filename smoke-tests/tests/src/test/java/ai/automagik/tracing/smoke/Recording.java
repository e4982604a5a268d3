package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.store.Frame;
import ai.automagik.tracing.store.Json;
import ai.automagik.tracing.store.Run;
import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.store.Spool;
import ai.automagik.tracing.store.SpoolReader;
import ai.automagik.tracing.store.Trace;
import ai.automagik.tracing.store.TraceList;
import ai.automagik.tracing.store.TraceLookup;
import ai.automagik.tracing.store.TraceQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What traced programs left in a user's home. */
record Recording(Path userHome) {

  Path home() {
    return userHome.resolve(".automagik");
  }

  Path spoolFolder() {
    return home().resolve("spool");
  }

  Spool spool() {
    return new Spool(spoolFolder());
  }

  /** The spool as it is read when no run can still be alive. */
  Spool spoolLater() {
    return new Spool(spoolFolder(), Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
  }

  /** Every file and folder below the user's home. */
  List<Path> files() {
    try (Stream<Path> all = Files.walk(userHome)) {
      return all.filter(path -> !path.equals(userHome)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one run of this home. */
  Run run() {
    assertThat(spool().runs()).hasSize(1);
    return spool().runs().get(0);
  }

  RunInfo info() {
    RunInfo info = run().info();
    assertThat(info).isNotNull();
    return info;
  }

  /** One instrumentation module as run.json describes it. */
  Map<?, ?> module(String name) {
    return module(run(), name);
  }

  private static Map<?, ?> module(Run run, String name) {
    try {
      Map<?, ?> json = (Map<?, ?>) Json.parse(Files.readString(run.folder().resolve("run.json")));
      for (Object module : (List<?>) json.get("modules")) {
        if (((Map<?, ?>) module).get("name").equals(name)) {
          return (Map<?, ?>) module;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("run.json has no module " + name);
  }

  /** All traces in the order in which they were written; asserts that no file has a problem. */
  List<Trace> traces() {
    assertThat(spool().list(TraceQuery.newest(1)).notes()).isEmpty();
    Set<String> ids = new LinkedHashSet<>();
    for (Run run : spool().runs()) {
      for (Path file : Lab.list(run.folder())) {
        if (file.toString().endsWith(".otlp")) {
          collectTraceIds(file, ids);
        }
      }
    }
    return ids.stream().map(this::trace).toList();
  }

  private static void collectTraceIds(Path file, Set<String> ids) {
    try (SpoolReader reader = SpoolReader.open(file, 0)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frame.request().getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .flatMap(scope -> scope.getSpansList().stream())
            .map(span -> HexFormat.of().formatHex(span.getTraceId().toByteArray()))
            .forEach(ids::add);
      }
    }
  }

  /** All spans of all traces. */
  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    traces().forEach(trace -> spans.addAll(spans(trace)));
    return spans;
  }

  static List<Span> spans(Trace trace) {
    List<Span> spans = new ArrayList<>();
    trace.roots().forEach(root -> collect(root, spans));
    return spans;
  }

  private Trace trace(String id) {
    return ((TraceLookup.Found) spool().find(id)).trace();
  }

  private static void collect(SpanNode node, List<Span> spans) {
    spans.add(node.span());
    node.children().forEach(child -> collect(child, spans));
  }

  /** Asserts what holds after every orderly end of programs that were traced without a failure. */
  void assertOrderlyEnd() {
    assertThat(spool().runs()).isNotEmpty();
    long spooled = 0;
    for (Run run : spool().runs()) {
      spooled += assertOrderlyEnd(run);
    }
    assertThat(spooled).isEqualTo(spans().size());
  }

  private static long assertOrderlyEnd(Run run) {
    RunInfo info = run.info();
    assertThat(info).isNotNull();
    assertThat(info.state()).isEqualTo("ended");
    assertThat(info.spool().state()).isEqualTo("writing");
    Map<String, Long> counters = info.counters();
    assertThat(counters.get("accepted"))
        .isEqualTo(
            counters.get("offered")
                - counters.get("droppedQueueFull")
                - counters.get("droppedMemory"));
    assertThat(counters.get("spooled"))
        .isEqualTo(counters.get("accepted") - counters.get("spoolFailed"))
        .isEqualTo(counters.get("offered"));
    assertThat(counters.get("adviceFailures")).isZero();
    assertThat(info.modules())
        .extracting(RunInfo.ModuleInfo::name)
        .containsExactlyElementsOf(Lab.INSTRUMENTATIONS);
    for (String name : Lab.INSTRUMENTATIONS) {
      assertThat(module(run, name).get("state")).as(name).isEqualTo("plugged");
      assertThat(module(run, name).get("failures")).as(name).isEqualTo(0);
      assertThat(module(run, name).get("reason")).as(name).isNull();
    }
    return counters.get("spooled");
  }

  /** Waits until what is on disk, of a run that may still write, is as wanted. */
  TraceList await(Predicate<TraceList> wanted) {
    long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Lab.TIMEOUT_MILLIS);
    TraceList list = spool().list(TraceQuery.newest(10_000));
    while (!wanted.test(list)) {
      if (System.nanoTime() > deadlineNanos) {
        throw new AssertionError("still " + list);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      list = spool().list(TraceQuery.newest(10_000));
    }
    return list;
  }
}
