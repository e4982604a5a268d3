package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.automagik.tracing.store.TraceQuery;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A spool that cannot be written costs one line on stderr and no more.
 *
 * <p>The tests may run as root, for whom no folder is read-only, so the homes here are such that
 * nobody can make a file in them.
 */
final class UnwritableIT {
  private static final String CALLS = "3";

  @Test
  void homeIsAFile() throws IOException, InterruptedException {
    Path file = Files.createFile(Lab.freshHome().resolve("file"));
    assertOneLine(run(Lab.traced(file)), "Not a directory");
    assertThat(file).isEmptyFile();
  }

  @Test
  void homeIsMissingAndCannotBeMade() throws InterruptedException {
    assertOneLine(run(Lab.traced(Path.of("/proc/nobody"))), "");
  }

  @Test
  void chosenFolderIsReadOnly() throws InterruptedException {
    Path home = Lab.freshHome();
    assertOneLine(run(Lab.traced(home).environment("AUTOMAGIK_HOME", "/sys/kernel")), "");
    assertThat(new Recording(home).files()).isEmpty();
  }

  @Test
  void spoolIsAFile() throws IOException, InterruptedException {
    Recording recording = new Recording(Lab.freshHome());
    Files.createDirectories(recording.home());
    Files.createFile(recording.spoolFolder());
    assertOneLine(run(Lab.traced(recording.userHome())), "");
  }

  /** Needs the right to mount a file system, which a container of root may have or not. */
  @Test
  void diskIsFull() throws IOException, InterruptedException {
    Recording recording = new Recording(Lab.freshHome());
    String folder = Files.createDirectories(recording.home()).toString();
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder),
        "a small file system can be mounted");
    try {
      JavaProgram.Result result =
          Lab.traced(recording.userHome())
              .jvmArguments("-Dautomagik.woven.cache=false")
              .mainClass(Sample.LOOP.mainClass())
              .arguments(Lab.Servers.LOOP.baseUrl(), "400")
              .run(Lab.TIMEOUT_MILLIS);

      assertThat(result.exitCode()).isZero();
      assertThat(result.stdoutText().lines()).hasSize(400);
      assertThat(result.stderrText())
          .matches("automagik-tracing: cannot write the spool \\(No space left on device\\).*\\R");
      assertThat(recording.spool().list(TraceQuery.newest(1000)).notes()).isEmpty();
    } finally {
      assertThat(command("umount", folder)).isTrue();
    }
  }

  private static void assertOneLine(JavaProgram.Result result, String reason) {
    assertThat(result.exitCode()).isZero();
    assertThat(result.stdoutText()).isEqualTo("1 pong\n2 pong\n3 pong\n");
    assertThat(result.stderrText())
        .matches(
            "automagik-tracing: cannot write the spool \\(.+\\);"
                + " spans of this run are no longer kept\\R")
        .contains(reason);
  }

  private static JavaProgram.Result run(JavaProgram.Builder program) throws InterruptedException {
    return program
        .mainClass(Sample.LOOP.mainClass())
        .arguments(Lab.Servers.LOOP.baseUrl(), CALLS)
        .run(Lab.TIMEOUT_MILLIS);
  }

  private static boolean command(String... words) throws InterruptedException {
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
