package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.Json;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The other face of the jar reads what the first one has written. */
final class ReaderIT {

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void recordedTracesAreListedAndShown(int java) throws InterruptedException {
    Recording recording = Sample.TRAVEL.traced(new Platform(java, Library.NEWEST)).recording();

    JavaProgram.Result listed = read(java, recording, "traces", "--json");
    assertThat(listed.exitCode()).as(listed.toString()).isZero();
    assertThat(listed.stderr()).isEmpty();
    List<?> traces = (List<?>) Json.parse(listed.stdoutText());
    assertThat(traces.stream().map(trace -> (String) ((Map<?, ?>) trace).get("name")))
        .containsExactly(
            "chat gpt-4o-mini", "invoke_agent Critic.review", "invoke_agent Planner.plan");
    Map<?, ?> planner = (Map<?, ?>) traces.get(2);
    assertThat(planner.get("service")).isEqualTo("TravelApp");
    assertThat(planner.get("spanCount")).isEqualTo(9);
    assertThat(planner.get("errorCount")).isEqualTo(1);
    assertThat(planner.get("inputTokens")).isEqualTo(318 + 521 + 1078 + 1146);
    assertThat(planner.get("outputTokens")).isEqualTo(51 + 36 + 25 + 148);

    JavaProgram.Result shown =
        read(java, recording, "show", ((String) planner.get("traceId")).substring(0, 12));
    assertThat(shown.exitCode()).as(shown.toString()).isZero();
    assertThat(shown.stdoutText())
        .contains("execute_tool find_hotel", "The hotel service did not answer within 2 s");

    assertThat(read(java, recording, "show", "no-such-id").exitCode()).isEqualTo(1);
    assertThat(read(java, recording, "nonsense").exitCode()).isEqualTo(2);
  }

  private static JavaProgram.Result read(int java, Recording recording, String... command)
      throws InterruptedException {
    Path home = recording.userHome();
    return Lab.bare()
        .javaHome(JavaHomes.find(java).orElseThrow())
        .home(home)
        .jar(Lab.AGENT)
        .arguments(command)
        .run(Lab.TIMEOUT_MILLIS);
  }
}
