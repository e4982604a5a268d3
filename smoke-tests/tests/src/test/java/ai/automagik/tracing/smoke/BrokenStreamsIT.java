package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.TraceQuery;
import ai.automagik.tracing.store.TraceSummary;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Streams and calls that do not end well, and what is left of them. */
final class BrokenStreamsIT {
  private static final String HALF =
      "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"half an \"}]";

  @OnPlatforms
  void brokenStreamsApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.BROKEN_STREAMS, platform);
  }

  @OnPlatforms
  void brokenCallsApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.BROKEN_CALLS, platform);
  }

  /** The answer that comes after all changes nothing. */
  @Test
  void aSilentStreamIsGivenUp() throws InterruptedException {
    Path home = Lab.freshHome();
    Recording recording = new Recording(home);
    try (JavaProgram program =
        silent(home).jvmArguments("-Dautomagik.stream.idle.seconds=1").start()) {
      recording.await(
          list ->
              list.storedCount() == 1 && list.traces().get(0).status() == TraceSummary.Status.OK);
      program.closeStdin();
      assertThat(program.awaitExit(Lab.TIMEOUT_MILLIS).stdoutText())
          .contains("piece: half an ", "complete: half an answer");
    }

    recording.assertOrderlyEnd();
    Span span = recording.spans().get(0);
    assertThat(span.attributes().text("automagik.stream.outcome")).isEqualTo("idle_timeout");
    assertThat(output(span)).isEqualTo(HALF + ",\"finish_reason\":\"error\"}]");
    assertThat(span.endNanos() - span.startNanos()).isGreaterThan(1_000_000_000L);
  }

  /** What had arrived before the program was killed can be read afterwards. */
  @Test
  void aKilledStreamLeavesWhatHadArrived() throws InterruptedException {
    Path home = Lab.freshHome();
    Recording recording = new Recording(home);
    try (JavaProgram program = silent(home).start()) {
      recording.await(
          list ->
              list.storedCount() == 1
                  && recording.run().info() != null
                  && output(recording.spans().get(0)) != null);
      program.kill();
    }

    assertThat(output(recording.spans().get(0))).isEqualTo(HALF + "}]");
    assertThat(recording.spoolLater().list(TraceQuery.newest(1)).traces().get(0).status())
        .isEqualTo(TraceSummary.Status.INTERRUPTED);
  }

  private static @Nullable String output(Span span) {
    return span.attributes().text("gen_ai.output.messages");
  }

  private static JavaProgram.Builder silent(Path home) {
    return Lab.traced(home).mainClass("com.example.programs.SilentApp");
  }
}
