package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.testing.JavaProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that prints its figures: one line for each measure. Stateless. */
final class Child {
  private static final long TIMEOUT_MILLIS = TimeUnit.MINUTES.toMillis(5);

  private Child() {}

  /**
   * Runs a program to its end and returns the words of each line that it printed.
   *
   * @throws IllegalStateException when it fails
   */
  static List<String[]> figures(JavaProgram.Builder program) throws InterruptedException {
    JavaProgram.Result result = program.run(TIMEOUT_MILLIS);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.toString());
    }
    List<String[]> lines = new ArrayList<>();
    result.stdoutText().lines().forEach(line -> lines.add(line.split(" ", -1)));
    return lines;
  }
}
