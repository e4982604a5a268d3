package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.JavaProgram;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Output and exit code are the same, byte for byte, with and without the agent. */
final class TransparencyIT {

  private static final List<Sample> SAMPLES =
      List.of(
          Sample.TRAVEL,
          Sample.STREAM,
          Sample.ERROR,
          Sample.LOOP,
          Sample.HOPS,
          Sample.RAG,
          Sample.HELLO);

  static List<Arguments> runs() {
    List<Arguments> runs = new ArrayList<>();
    for (Sample sample : SAMPLES) {
      for (Platform platform : Lab.platforms()) {
        runs.add(Arguments.of(sample, platform));
      }
    }
    return runs;
  }

  @ParameterizedTest
  @MethodSource("runs")
  void sameOutputAndExitCode(Sample sample, Platform platform) {
    JavaProgram.Result plain = sample.plain(platform);
    assertThat(sample.traced(platform).result()).isEqualTo(plain);
    assertThat(plain.exitCode()).isEqualTo(sample == Sample.HELLO ? 7 : 0);
    assertThat(plain.stdout()).isNotEmpty();
  }

  @OnPlatforms
  void exceptionsKeepTheirIdentity(Platform platform) {
    assertThat(Sample.ERROR.traced(platform).result().stdoutText().lines())
        .filteredOn(line -> line.contains("same instance"))
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).endsWith("same instance: true"));
  }
}
