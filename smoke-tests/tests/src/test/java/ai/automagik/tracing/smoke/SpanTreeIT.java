package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.SpanNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole traces of the sample applications. */
final class SpanTreeIT {

  static List<Platform> platforms() {
    return Lab.platforms();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void travelApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.TRAVEL, platform);
    assertThat(recording.info().counters().get("offered")).isEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void streamApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.STREAM, platform);

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
    Golden.assertSame(Sample.ERROR, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void loopApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.LOOP, platform);
  }

  /** Whatever thread a model is asked on, the question belongs to the tool that asked. */
  @ParameterizedTest
  @MethodSource("platforms")
  void hopsApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.HOPS, platform);

    assertThat(recording.traces()).hasSize(2);
    assertThat(recording.module("concurrency").get("state")).isEqualTo("plugged");
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void handOverApp(Platform platform) throws IOException {
    assertThat(Golden.assertSame(Sample.HAND_OVER, platform).traces()).hasSize(1);
  }

  /** What an agent leaves behind is no part of it, nor is what its threads do for others. */
  @ParameterizedTest
  @MethodSource("platforms")
  void strayApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.STRAY, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void reactorApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.REACTOR, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void rxJavaApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.RXJAVA, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void mutinyApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.MUTINY, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void ragApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.RAG, platform);
  }
}
