package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole traces of AI services: their answers, prompts, tools, guardrails. */
final class AiServiceIT {

  static Stream<Arguments> samples() {
    return Stream.of(
            Sample.ANSWERS,
            Sample.STREAMED_ANSWERS,
            Sample.PROMPTS,
            Sample.TOOLS,
            Sample.MODERATE,
            Sample.GUARDRAILS,
            Sample.NEW_TOOLS)
        .flatMap(
            sample -> sample.platforms().stream().map(platform -> Arguments.of(sample, platform)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void service(Sample sample, Platform platform) throws IOException {
    Recording recording = Golden.assertSame(sample, platform);

    assertThat(recording.info().counters().get("valuesUnreadable")).isZero();
  }
}
