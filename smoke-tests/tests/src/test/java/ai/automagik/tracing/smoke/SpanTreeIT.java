package ai.automagik.tracing.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.store.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole traces of the sample applications, against one text per application and library version.
 *
 * <p>{@code -Dsmoke.golden=write} writes the texts anew, to be read before they are committed.
 */
final class SpanTreeIT {

  static List<Platform> platforms() {
    return Lab.platforms();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void travelApp(Platform platform) throws IOException {
    Recording recording = assertGolden(Sample.TRAVEL, platform);
    assertThat(recording.info().counters().get("offered")).isEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void streamApp(Platform platform) throws IOException {
    Recording recording = assertGolden(Sample.STREAM, platform);

    SpanNode agent = recording.traces().get(0).roots().get(0);
    assertThat(agent.children()).hasSize(3);
    assertThat(agent.children())
        .allSatisfy(
            child ->
                assertThat(child.span().endNanos()).isLessThanOrEqualTo(agent.span().endNanos()));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void errorApp(Platform platform) throws IOException {
    assertGolden(Sample.ERROR, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void loopApp(Platform platform) throws IOException {
    assertGolden(Sample.LOOP, platform);
  }

  /** Whatever thread a model is asked on, the question belongs to the tool that asked. */
  @ParameterizedTest
  @MethodSource("platforms")
  void hopsApp(Platform platform) throws IOException {
    Recording recording = assertGolden(Sample.HOPS, platform);

    assertThat(recording.traces()).hasSize(2);
    assertThat(recording.module("concurrency").get("state")).isEqualTo("plugged");
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void ragApp(Platform platform) throws IOException {
    assertGolden(Sample.RAG, platform);
  }

  private static Recording assertGolden(Sample sample, Platform platform) throws IOException {
    Recording recording = sample.traced(platform).recording();
    List<Trace> traces = recording.traces();
    for (Trace trace : traces) {
      trace.roots().forEach(SpanTreeIT::assertTimes);
    }
    assertRun(sample, platform, recording);

    String name =
        sample.simpleName() + "-" + platform.library().name().toLowerCase(Locale.ROOT) + ".txt";
    String actual = TraceText.of(traces);
    if ("write".equals(System.getProperty("smoke.golden"))) {
      Files.writeString(Path.of("src/test/resources/golden", name), actual);
      return recording;
    }
    try (var golden = SpanTreeIT.class.getResourceAsStream("/golden/" + name)) {
      assertThat(golden).as(name).isNotNull();
      assertThat(actual).isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
    return recording;
  }

  private static void assertTimes(SpanNode node) {
    Span span = node.span();
    assertThat(node.orphan()).as(span.name()).isFalse();
    assertThat(span.endNanos()).as(span.name()).isGreaterThanOrEqualTo(span.startNanos());
    Number firstChunkSeconds = span.attributes().number("gen_ai.response.time_to_first_chunk");
    if (firstChunkSeconds != null) {
      assertThat(firstChunkSeconds.doubleValue())
          .isPositive()
          .isLessThanOrEqualTo((span.endNanos() - span.startNanos()) / 1e9);
    }
    for (Span.Event event : span.events()) {
      assertThat(event.nanos()).isBetween(span.startNanos(), span.endNanos());
    }
    for (SpanNode child : node.children()) {
      assertThat(child.span().traceId()).isEqualTo(span.traceId());
      assertThat(child.span().startNanos()).isBetween(span.startNanos(), span.endNanos());
      if (child.span().attributes().values().get("gen_ai.request.stream") == null) {
        assertThat(child.span().endNanos())
            .as(child.span().name())
            .isLessThanOrEqualTo(span.endNanos());
      }
      assertTimes(child);
    }
  }

  private static void assertRun(Sample sample, Platform platform, Recording recording) {
    recording.assertOrderlyEnd();
    RunInfo info = recording.info();
    assertThat(info.run())
        .isEqualTo(recording.run().id())
        .matches("\\d{8}-\\d{6}-\\d+-[0-9a-f]{4}");
    for (RunInfo.ModuleInfo module : info.modules()) {
      assertThat(module.unmatched()).as(module.name()).isEmpty();
    }
    assertThat(info.service()).isEqualTo(sample.simpleName());
    assertThat(info.command()).isEqualTo(sample.mainClass());
    assertThat(info.javaVersion()).startsWith(String.valueOf(platform.java()));
    Span first = recording.spans().get(0);
    for (Span span : recording.spans()) {
      assertThat(span.resource()).isEqualTo(first.resource());
      assertThat(span.scope()).isEqualTo(first.scope());
      assertThat(span.resource().text("service.instance.id")).isEqualTo(info.run());
      assertThat(span.resource().number("process.pid")).isEqualTo(info.pid());
      assertThat(span.resource().text("process.runtime.version")).isEqualTo(info.javaVersion());
    }
  }
}
