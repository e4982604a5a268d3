package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.store.Frame;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.Spool;
import ai.automagik.tracing.store.SpoolReader;
import ai.automagik.tracing.store.SpoolStop;
import ai.automagik.tracing.store.Trace;
import ai.automagik.tracing.store.TraceList;
import ai.automagik.tracing.store.TraceLookup;
import ai.automagik.tracing.store.TraceQuery;
import ai.automagik.tracing.store.TraceSummary;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.JavaProgram;
import ai.automagik.tracing.testing.LlmReply;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is left of a program that was killed while its fourth call was under way. */
final class KilledIT {
  private static final byte[] NEWER_VERSION = "AMSPOOL\n\0\0\0\2\0\0\0\0".getBytes();

  private static Path killedHome;
  private static List<TraceSummary> whileAlive;

  @BeforeAll
  static void killInTheFourthCall() throws InterruptedException {
    killedHome = Lab.freshHome();
    Recording recording = new Recording(killedHome);
    LlmReply pong = LlmReply.text("pong");
    try (FakeLlmServer server =
            FakeLlmServer.builder()
                .reply(pong)
                .reply(pong)
                .reply(pong)
                .otherwise(LlmReply.hang())
                .start();
        JavaProgram program =
            Lab.traced(killedHome)
                .mainClass(Sample.LOOP.mainClass())
                .arguments(server.baseUrl(), "10")
                .start()) {
      server.awaitRequests(4, Lab.TIMEOUT_MILLIS);
      whileAlive =
          recording
              .await(
                  list ->
                      list.storedCount() == 4
                          && list.traces().get(0).status() == TraceSummary.Status.RUNNING
                          && recording.run().info() != null)
              .traces();
      assertThat(program.kill().exitCode()).isEqualTo(137);
    }
  }

  @Test
  void endedSpansAndTheRunningOneAreThere() {
    Recording recording = new Recording(killedHome);
    assertThat(whileAlive)
        .extracting(TraceSummary::status)
        .containsExactly(
            TraceSummary.Status.RUNNING,
            TraceSummary.Status.OK,
            TraceSummary.Status.OK,
            TraceSummary.Status.OK);

    TraceList afterwards = recording.spoolLater().list(TraceQuery.newest(10));
    assertThat(afterwards.notes()).isEmpty();
    assertThat(afterwards.traces())
        .extracting(TraceSummary::status)
        .containsExactly(
            TraceSummary.Status.INTERRUPTED,
            TraceSummary.Status.OK,
            TraceSummary.Status.OK,
            TraceSummary.Status.OK);
    Trace trace = ((TraceLookup.Found) recording.spoolLater().newest()).trace();
    Span interrupted = trace.roots().get(0).span();
    assertThat(interrupted.state()).isEqualTo(Span.State.INTERRUPTED);
    assertThat(interrupted.name()).isEqualTo("chat gpt-4o-mini");
    assertThat(interrupted.endNanos()).isZero();
    assertThat(interrupted.attributes().text("automagik.span.state")).isEqualTo("running");
    assertThat(interrupted.attributes().text("gen_ai.input.messages")).contains("ping 4");
    assertThat(recording.info().state()).isEqualTo("running");
  }

  @Test
  void readingStopsAtTheLastGoodFrameBeforeGarbage() throws IOException {
    Recording recording = copy();
    Path file = spoolFile(recording);
    long goodBytes = Files.size(file);
    Files.write(file, new byte[] {0, 0, 1, 0, 9, 9, 9}, StandardOpenOption.APPEND);

    assertThat(stop(file).reason()).isEqualTo(SpoolStop.Reason.TORN);
    assertThat(stop(file).offset()).isEqualTo(goodBytes);
    TraceList list = recording.spoolLater().list(TraceQuery.newest(10));
    assertThat(list.traces()).hasSize(4);
    assertThat(list.notes()).singleElement().asString().contains(file.toString(), "" + goodBytes);
  }

  @Test
  void readingStopsAtTheLastGoodFrameBeforeATornOne() throws IOException {
    Recording torn = copy();
    Recording withoutIt = copy();
    long lastFrame = lastFrameOffset(spoolFile(torn));
    cut(spoolFile(torn), Files.size(spoolFile(torn)) - 1);
    cut(spoolFile(withoutIt), lastFrame);

    assertThat(stop(spoolFile(torn)).reason()).isEqualTo(SpoolStop.Reason.TORN);
    assertThat(stop(spoolFile(torn)).offset()).isEqualTo(lastFrame);
    TraceList list = torn.spoolLater().list(TraceQuery.newest(10));
    assertThat(list.traces())
        .isNotEmpty()
        .isEqualTo(withoutIt.spoolLater().list(TraceQuery.newest(10)).traces());
    assertThat(list.notes()).singleElement().asString().contains(spoolFile(torn).toString());
  }

  @Test
  void runOfANewerVersionDisturbsNobody() throws IOException, InterruptedException {
    Recording recording = copy();
    Path newer = Files.createDirectories(recording.spoolFolder().resolve("29991231-235959-1-ffff"));
    Files.write(newer.resolve("0001.otlp"), NEWER_VERSION);
    Files.writeString(newer.resolve("run.json"), "{\"format\":2,\"modules\":{\"a\":1}}");

    JavaProgram.Result result =
        Lab.traced(recording.userHome())
            .mainClass(Sample.LOOP.mainClass())
            .arguments(Lab.Servers.LOOP.baseUrl(), "1")
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.stderr()).isEmpty();
    Spool spool = recording.spoolLater();
    TraceList list = spool.list(TraceQuery.newest(10));
    assertThat(spool.runs()).hasSize(3);
    assertThat(list.traces()).hasSize(5);
    assertThat(list.notes()).singleElement().asString().contains("newer version");
  }

  private static void cut(Path file, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  private static long lastFrameOffset(Path file) {
    long offset = 0;
    try (SpoolReader reader = SpoolReader.open(file, 0)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        offset = frame.offset();
      }
    }
    return offset;
  }

  private static SpoolStop stop(Path file) {
    try (SpoolReader reader = SpoolReader.open(file, 0)) {
      while (reader.next() != null) {
        // to the end
      }
      return reader.stop();
    }
  }

  private static Path spoolFile(Recording recording) {
    return recording.run().folder().resolve("0001.otlp");
  }

  private static Recording copy() throws IOException {
    Recording original = new Recording(killedHome);
    Path home = Lab.freshHome();
    for (Path file : original.files()) {
      Files.copy(file, home.resolve(killedHome.relativize(file)));
    }
    return new Recording(home);
  }
}
