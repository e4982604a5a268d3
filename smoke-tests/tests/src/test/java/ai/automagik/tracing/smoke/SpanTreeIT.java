package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.SpanNode;
import java.io.IOException;

/** Whole traces of the sample applications. */
final class SpanTreeIT {

  @OnPlatforms
  void travelApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.TRAVEL, platform);
    assertThat(recording.info().counters().get("offered")).isEqualTo(12);
  }

  @OnPlatforms
  void streamApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.STREAM, platform);

    SpanNode agent = recording.traces().get(0).roots().get(0);
    assertThat(agent.children()).hasSize(3);
    assertThat(agent.children())
        .allSatisfy(
            child ->
                assertThat(child.span().endNanos()).isLessThanOrEqualTo(agent.span().endNanos()));
  }

  @OnPlatforms
  void errorApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.ERROR, platform);
  }

  @OnPlatforms
  void loopApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.LOOP, platform);
  }

  /** Whatever thread a model is asked on, the question belongs to the tool that asked. */
  @OnPlatforms
  void hopsApp(Platform platform) throws IOException {
    Recording recording = Golden.assertSame(Sample.HOPS, platform);

    assertThat(recording.traces()).hasSize(2);
    assertThat(recording.module("concurrency").get("state")).isEqualTo("plugged");
  }

  @OnPlatforms
  void handOverApp(Platform platform) throws IOException {
    assertThat(Golden.assertSame(Sample.HAND_OVER, platform).traces()).hasSize(1);
  }

  /** What an agent leaves behind is no part of it, nor is what its threads do for others. */
  @OnPlatforms
  void strayApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.STRAY, platform);
  }

  @OnPlatforms
  void reactorApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.REACTOR, platform);
  }

  @OnPlatforms
  void rxJavaApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.RXJAVA, platform);
  }

  @OnPlatforms
  void mutinyApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.MUTINY, platform);
  }

  @OnPlatforms
  void ragApp(Platform platform) throws IOException {
    Golden.assertSame(Sample.RAG, platform);
  }
}
