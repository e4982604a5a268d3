package ai.automagik.tracing.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command and asks the operating system what it cost.
 *
 * <p>The JDK cannot tell the CPU time of a process that has ended. bash can, to the millisecond;
 * {@code /usr/bin/time} can, to ten milliseconds.
 */
final class TimedProcess {
  private static final long TIMEOUT_SECONDS = 120;
  private static final Path BASH = Path.of("/bin/bash");
  private static final Path TIME = Path.of("/usr/bin/time");

  /** What a process cost: its CPU time, user and system, and the time it took. */
  record Cost(double cpuSeconds, double wallSeconds) {}

  private TimedProcess() {}

  /**
   * Runs a command with nothing in its environment but PATH.
   *
   * @param folder the working folder
   * @throws IllegalStateException when it exits with another code than {@code exitCode}
   */
  static Cost run(List<String> command, Path folder, int exitCode) throws InterruptedException {
    try {
      Path times = Files.createTempFile(folder, "times-", ".txt");
      Path output = Files.createTempFile(folder, "output-", ".txt");
      ProcessBuilder process = new ProcessBuilder(timed(command, times));
      process.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
      String path = System.getenv("PATH");
      process.environment().clear();
      process.environment().putAll(Map.of("PATH", path == null ? "/usr/bin:/bin" : path));
      Process running = process.start();
      running.getOutputStream().close();
      if (!running.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        throw new IllegalStateException("no end after " + TIMEOUT_SECONDS + " s: " + command);
      }
      if (running.exitValue() != exitCode) {
        throw new IllegalStateException(
            "exit code " + running.exitValue() + ": " + command + "\n" + Files.readString(output));
      }
      return cost(Files.readAllLines(times));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> timed(List<String> command, Path times) {
    List<String> timed = new ArrayList<>();
    if (Files.isExecutable(BASH)) {
      String script = "TIMEFORMAT='%3U %3S %3R'; exec 3>&2; { time \"$@\" 2>&3; } 2>\"$0\"";
      timed.addAll(List.of(BASH.toString(), "-c", script, times.toString()));
    } else if (Files.isExecutable(TIME)) {
      timed.addAll(List.of(TIME.toString(), "-f", "%U %S %e", "-o", times.toString()));
    } else {
      throw new IllegalStateException("neither bash nor /usr/bin/time is here to read CPU times");
    }
    timed.addAll(command);
    return timed;
  }

  private static Cost cost(List<String> lines) {
    // /usr/bin/time puts a line before this one when the exit code is not 0.
    String[] figures = lines.get(lines.size() - 1).split(" ", -1);
    return new Cost(
        Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]),
        Double.parseDouble(figures[2]));
  }
}
