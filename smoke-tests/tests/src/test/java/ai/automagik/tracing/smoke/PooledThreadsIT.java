package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.store.TraceList;
import ai.automagik.tracing.store.TraceQuery;
import ai.automagik.tracing.store.TraceSummary;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The threads of pools have no memory of who started them, or what they did before. */
final class PooledThreadsIT {
  private static final int TASKS = 1_000;

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void everyTaskOfAPoolIsARootEvenWhileTheMakerOfItsThreadsIsBusy(int java)
      throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        Lab.traced(home)
            .javaHome(JavaHomes.find(java).orElseThrow())
            .mainClass("com.example.programs.Pools")
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.stdoutText()).isEqualTo("pools are made\ndone\n");
    assertThat(result.stderr()).isEmpty();
    TraceList list = new Recording(home).spool().list(TraceQuery.newest(2 * TASKS));
    assertThat(list.traces()).hasSize(1 + TASKS);
    assertThat(list.traces())
        .filteredOn(trace -> trace.spanCount() == 1)
        .hasSize(TASKS)
        .extracting(TraceSummary::name)
        .containsOnly("chat");
  }
}
