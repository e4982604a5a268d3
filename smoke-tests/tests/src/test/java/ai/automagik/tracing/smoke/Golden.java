package ai.automagik.tracing.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.Run;
import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.store.Trace;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Everything that a run of a sample application recorded, against one text per application and
 * library version; and its output, against a run without the agent. Stateless.
 *
 * <p>{@code -Dsmoke.golden=write} writes the texts anew, to be read before they are committed.
 */
final class Golden {
  /** A span that programs make up as one of somebody else's. */
  private static final String CALLER_ELSEWHERE = "00f067aa0ba902b7";

  private Golden() {}

  /**
   * Runs an application and compares.
   *
   * @throws IOException when the text cannot be read or written
   */
  static Recording assertSame(Sample sample, Platform platform) throws IOException {
    Recording recording =
        assertSame(
            sample.simpleName() + "-" + platform.library().name().toLowerCase(Locale.ROOT),
            sample.plain(platform),
            sample.traced(platform));
    assertRun(sample, platform, recording);
    return recording;
  }

  /**
   * Compares runs of any other program.
   *
   * @param title of the text
   * @throws IOException when the text cannot be read or written
   */
  static Recording assertSame(String title, JavaProgram.Result plain, Sample.Traced traced)
      throws IOException {
    assertThat(traced.result()).as("with and without the agent").isEqualTo(plain);
    Recording recording = traced.recording();
    // Traces may be written in another order than they began.
    List<Trace> traces =
        recording.traces().stream()
            .sorted(Comparator.comparingLong(trace -> trace.roots().get(0).span().startNanos()))
            .toList();
    for (Trace trace : traces) {
      trace.roots().forEach(Golden::assertTimes);
    }
    recording.assertOrderlyEnd();
    for (Run run : recording.spool().runs()) {
      for (RunInfo.ModuleInfo module : run.info().modules()) {
        assertThat(module.unmatched()).as(module.name()).isEmpty();
      }
    }

    String name = title + ".txt";
    String actual = TraceText.of(traces);
    if ("write".equals(System.getProperty("smoke.golden"))) {
      Files.writeString(Path.of("src/test/resources/golden", name), actual);
      return recording;
    }
    try (var golden = Golden.class.getResourceAsStream("/golden/" + name)) {
      assertThat(golden).as(name).isNotNull();
      assertThat(actual).isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
    return recording;
  }

  private static void assertTimes(SpanNode node) {
    Span span = node.span();
    assertThat(node.orphan())
        .as(span.name())
        .isEqualTo(span.parentSpanId().equals(CALLER_ELSEWHERE));
    assertThat(span.endNanos()).as(span.name()).isGreaterThanOrEqualTo(span.startNanos());
    assertThat(span.attributes().text("thread.name")).as(span.name()).isNotNull();
    Number firstChunkSeconds = span.attributes().number("gen_ai.response.time_to_first_chunk");
    if (firstChunkSeconds != null) {
      assertThat(firstChunkSeconds.doubleValue())
          .isPositive()
          .isLessThanOrEqualTo((span.endNanos() - span.startNanos()) / 1e9);
    }
    for (Span.Event event : span.events()) {
      assertThat(event.nanos()).isBetween(span.startNanos(), span.endNanos());
    }
    // What a request has begun may be over a moment after its answer was sent; a message needs
    // none.
    boolean answered = span.attributes().text("url.path") != null;
    for (SpanNode child : node.children()) {
      assertThat(child.span().traceId()).isEqualTo(span.traceId());
      assertThat(child.span().startNanos()).isBetween(span.startNanos(), span.endNanos());
      if (child.span().attributes().values().get("gen_ai.request.stream") == null && !answered) {
        assertThat(child.span().endNanos())
            .as(child.span().name())
            .isLessThanOrEqualTo(span.endNanos());
      }
      assertTimes(child);
    }
  }

  private static void assertRun(Sample sample, Platform platform, Recording recording) {
    RunInfo info = recording.info();
    assertThat(info.run())
        .isEqualTo(recording.run().id())
        .matches("\\d{8}-\\d{6}-\\d+-[0-9a-f]{4}");
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
