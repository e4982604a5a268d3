package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a program ends: it ends by itself, with its own exit code, and its spans are there. */
final class ExitIT {

  @ParameterizedTest
  @CsvSource({
    "return, 0, 1",
    "exit, 3, 1",
    "exception, 1, 1",
    "daemon, 0, 1",
    "thread, 0, 2",
  })
  void spansAreThere(String end, int exitCode, int spans) throws InterruptedException {
    for (int java : Lab.javas()) {
      Path home = Lab.freshHome();
      JavaProgram.Result result = ends(Lab.traced(home), java, end);

      assertThat(result.exitCode()).isEqualTo(exitCode);
      assertThat(result).isEqualTo(ends(Lab.plain(), java, end));
      Recording recording = new Recording(home);
      recording.assertOrderlyEnd();
      assertThat(recording.spans()).hasSize(spans);
    }
  }

  /** Shutdown hooks run at the same time: the second call may come too late to be kept. */
  @Test
  void callsInShutdownHooksAreHarmless() throws InterruptedException {
    int java = Lab.javas().get(0);
    Path home = Lab.freshHome();
    JavaProgram.Result result = ends(Lab.traced(home), java, "hook");

    assertThat(result).isEqualTo(ends(Lab.plain(), java, "hook"));
    assertThat(new Recording(home).spans()).hasSizeBetween(1, 2);
  }

  @Test
  void haltLosesNothingThatWasFlushed() throws InterruptedException {
    Path home = Lab.freshHome();
    Recording recording = new Recording(home);
    try (JavaProgram program =
        Lab.traced(home).mainClass("com.example.programs.Ends").arguments("halt").start()) {
      program.awaitLine("waiting", Lab.TIMEOUT_MILLIS);
      recording.await(list -> list.storedCount() == 1);
      program.closeStdin();
      assertThat(program.awaitExit(Lab.TIMEOUT_MILLIS).exitCode()).isEqualTo(4);
    }
    assertThat(recording.spans()).hasSize(1);
  }

  private static JavaProgram.Result ends(JavaProgram.Builder program, int java, String end)
      throws InterruptedException {
    return program
        .javaHome(JavaHomes.find(java).orElseThrow())
        .mainClass("com.example.programs.Ends")
        .arguments(end)
        .run(Lab.TIMEOUT_MILLIS);
  }
}
