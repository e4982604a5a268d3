package ai.automagik.tracing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A real JVM in a process of its own, with an environment that holds nothing but what the test put
 * there.
 *
 * <p>Thread-safe once started. Closing kills a process that still runs.
 */
public final class JavaProgram implements AutoCloseable {

  private static final long OUTPUT_END_TIMEOUT_MILLIS = 5_000;

  /**
   * How a program ended.
   *
   * @param exitCode 128 + the signal's number when a signal ended it (137 after a kill)
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(int exitCode, byte[] stdout, byte[] stderr) {

    /** Returns stdout as UTF-8 text. */
    public String stdoutText() {
      return new String(stdout, UTF_8);
    }

    /** Returns stderr as UTF-8 text. */
    public String stderrText() {
      return new String(stderr, UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Result result
          && exitCode == result.exitCode
          && Arrays.equals(stdout, result.stdout)
          && Arrays.equals(stderr, result.stderr);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * exitCode + Arrays.hashCode(stdout)) + Arrays.hashCode(stderr);
    }

    @Override
    public String toString() {
      return "exit code " + exitCode + "\nstdout:\n" + stdoutText() + "\nstderr:\n" + stderrText();
    }
  }

  private final String command;
  private final Process process;
  private final CapturedOutput stdout;
  private final CapturedOutput stderr;

  private JavaProgram(List<String> command, Process process) {
    this.command = String.join(" ", command);
    this.process = process;
    stdout = new CapturedOutput(process.getInputStream(), "stdout-" + process.pid());
    stderr = new CapturedOutput(process.getErrorStream(), "stderr-" + process.pid());
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Collects the command line and the environment of a program. Not thread-safe; can start several
   * programs.
   */
  public static final class Builder {
    private Path javaHome = JavaHomes.running();
    private final List<Path> classPath = new ArrayList<>();
    private final List<Path> modulePath = new ArrayList<>();
    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> target = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable Path home;
    private @Nullable Path workingFolder;

    private Builder() {}

    /** Sets the JDK; the running one by default. */
    public Builder javaHome(Path newJavaHome) {
      javaHome = newJavaHome;
      return this;
    }

    /** Adds jars or folders of classes. */
    public Builder classPath(Path... entries) {
      classPath.addAll(Arrays.asList(entries));
      return this;
    }

    /** Adds all jars of a folder to the class path. */
    public Builder classPathFolder(Path folder) {
      classPath.add(folder.resolve("*"));
      return this;
    }

    public Builder modulePath(Path... entries) {
      modulePath.addAll(Arrays.asList(entries));
      return this;
    }

    /** Adds arguments that stand before the main class. */
    public Builder jvmArguments(String... newArguments) {
      jvmArguments.addAll(Arrays.asList(newArguments));
      return this;
    }

    public Builder mainClass(String name) {
      return target(name);
    }

    /** Runs a module, as {@code name} or {@code name/main.Class}. */
    public Builder module(String moduleAndMainClass) {
      return target("--module", moduleAndMainClass);
    }

    /** Runs {@code -jar}; the class path is then ignored by the JVM. */
    public Builder jar(Path jar) {
      return target("-jar", jar.toString());
    }

    /** Adds arguments of the program itself. */
    public Builder arguments(String... newArguments) {
      arguments.addAll(Arrays.asList(newArguments));
      return this;
    }

    /** Sets an environment variable. Only PATH and, with a home folder, HOME are set by default. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Sets HOME and the system property user.home. */
    public Builder home(Path folder) {
      home = folder;
      return this;
    }

    /** Sets the working folder; the one of the running JVM by default. */
    public Builder workingFolder(Path folder) {
      workingFolder = folder;
      return this;
    }

    /** Starts the JVM. Throws IllegalStateException without main class, module or jar. */
    public JavaProgram start() {
      List<String> command = command();
      ProcessBuilder processBuilder = new ProcessBuilder(command);
      Map<String, String> variables = processBuilder.environment();
      variables.clear();
      variables.put("PATH", javaHome.resolve("bin") + File.pathSeparator + path());
      if (home != null) {
        variables.put("HOME", home.toString());
      }
      variables.putAll(environment);
      if (workingFolder != null) {
        processBuilder.directory(workingFolder.toFile());
      }
      try {
        return new JavaProgram(command, processBuilder.start());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Starts the JVM, closes its stdin and waits for its end as {@link #awaitExit} does. */
    public Result run(long timeoutMillis) throws InterruptedException {
      try (JavaProgram program = start()) {
        program.closeStdin();
        return program.awaitExit(timeoutMillis);
      }
    }

    private Builder target(String... words) {
      target.clear();
      target.addAll(Arrays.asList(words));
      return this;
    }

    private List<String> command() {
      if (target.isEmpty()) {
        throw new IllegalStateException("a main class, a module or a jar is needed");
      }
      List<String> command = new ArrayList<>();
      command.add(javaHome.resolve("bin").resolve("java").toString());
      if (home != null) {
        command.add("-Duser.home=" + home);
      }
      command.addAll(jvmArguments);
      if (!classPath.isEmpty()) {
        command.add("--class-path");
        command.add(join(classPath));
      }
      if (!modulePath.isEmpty()) {
        command.add("--module-path");
        command.add(join(modulePath));
      }
      command.addAll(target);
      command.addAll(arguments);
      return command;
    }

    private static String join(List<Path> entries) {
      return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String path() {
      String path = System.getenv("PATH");
      return path == null ? "/usr/bin:/bin" : path;
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns what was written to stdout up to this moment, as UTF-8 text. */
  public String stdoutText() {
    return new String(stdout.bytes(), UTF_8);
  }

  /** Returns what was written to stderr up to this moment, as UTF-8 text. */
  public String stderrText() {
    return new String(stderr.bytes(), UTF_8);
  }

  /**
   * Waits for a complete line on stdout that contains the text, and returns the first one.
   *
   * @throws AssertionError when the program ends, or the time passes, without such a line
   */
  public String awaitLine(String text, long timeoutMillis) throws InterruptedException {
    String line = stdout.awaitLine(candidate -> candidate.contains(text), timeoutMillis);
    if (line == null) {
      throw new AssertionError("no line with '" + text + "' on stdout\n" + describe());
    }
    return line;
  }

  /**
   * Waits for the end of the program.
   *
   * @throws AssertionError when it does not end in time; it is killed first
   */
  public Result awaitExit(long timeoutMillis) throws InterruptedException {
    if (!process.waitFor(timeoutMillis, TimeUnit.MILLISECONDS)) {
      kill();
      throw new AssertionError("killed after " + timeoutMillis + " ms\n" + describe());
    }
    return result();
  }

  /** Ends the program at once, as {@code kill -9} does, and waits for its end. */
  public Result kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    return result();
  }

  /** Asks the program to end, as {@code kill} does: shutdown hooks run. */
  public void terminate() {
    process.destroy();
  }

  public void closeStdin() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Result result() throws InterruptedException {
    stdout.awaitEnd(OUTPUT_END_TIMEOUT_MILLIS);
    stderr.awaitEnd(OUTPUT_END_TIMEOUT_MILLIS);
    return new Result(process.exitValue(), stdout.bytes(), stderr.bytes());
  }

  private String describe() {
    return command + "\nstdout:\n" + stdoutText() + "\nstderr:\n" + stderrText();
  }
}
