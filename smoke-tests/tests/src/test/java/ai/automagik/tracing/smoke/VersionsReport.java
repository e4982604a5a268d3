package ai.automagik.tracing.smoke;

import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs the sample applications with the agent on every minor version of their libraries, and says
 * in one line per version whether they were traced as they should be. For {@code ./versions}, which
 * sets the system properties of {@link Lab}.
 *
 * <p>What "as they should be" means: {@link GoldenPair}; besides, the same output with and without
 * the agent, an orderly end, no failure of advice, and no class without the methods that are woven.
 */
public final class VersionsReport {
  private final int java;
  private final List<String> lines = new ArrayList<>();
  private int failed;

  private VersionsReport(int java) {
    this.java = java;
  }

  /** Arguments: {@code [--java N] [version...]}. Exits with 1 when a version fails. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(Arrays.asList(arguments));
    int java = Lab.javas().get(0);
    int option = words.indexOf("--java");
    if (option >= 0) {
      java = Integer.parseInt(words.remove(option + 1));
      words.remove(option);
    }
    if (JavaHomes.find(java).isEmpty()) {
      System.err.println("versions: no JDK " + java + " found; set JAVA" + java + "_HOME");
      System.exit(2);
    }
    VersionsReport report = new VersionsReport(java);
    report.run(words);
    Files.write(Path.of(Objects.requireNonNull(System.getProperty("smoke.report"))), report.lines);
    System.exit(report.failed == 0 ? 0 : 1);
  }

  private void run(List<String> asked) throws IOException, InterruptedException {
    int versions = 0;
    for (Family family : Family.ALL) {
      for (String version : family.asked(asked)) {
        versions++;
        List<String> problems = problems(family, version);
        failed += problems.isEmpty() ? 0 : 1;
        say(
            "%-12s %-16s Java %d  %s",
            family, version, java, problems.isEmpty() ? "ok" : String.join("; ", problems));
      }
    }
    say("%d versions, %d ok, %d not", versions, versions - failed, failed);
  }

  private List<String> problems(Family family, String version)
      throws IOException, InterruptedException {
    Optional<Path> libraries = VersionedLibraries.obtain(family, version);
    if (libraries.isEmpty()) {
      return List.of("cannot be obtained");
    }
    return family.samples().parallelStream()
        .flatMap(sample -> problems(sample, version, libraries.get()).stream())
        .toList();
  }

  private List<String> problems(Sample sample, String version, Path libraries) {
    List<String> problems = new ArrayList<>();
    Path javaHome = JavaHomes.find(java).orElseThrow();
    JavaProgram.Result plain = sample.start(javaHome, libraries, false).result();
    Sample.Traced traced = sample.start(javaHome, libraries, true);
    if (!traced.result().equals(plain)) {
      problems.add("other output with the agent");
    }
    if (traced.result().exitCode() != 0) {
      problems.add("exit code " + traced.result().exitCode());
    }
    try {
      modules(traced.recording().info(), problems);
      problems.addAll(
          GoldenPair.of(sample, version).differences(TraceText.of(traced.recording().traces())));
      traced.recording().assertOrderlyEnd();
    } catch (AssertionError | RuntimeException broken) {
      problems.add(String.valueOf(broken.getMessage()).strip().replaceAll("\\s+", " "));
    }
    return problems.stream().map(problem -> sample.simpleName() + ": " + problem).toList();
  }

  private static void modules(RunInfo info, List<String> problems) {
    for (RunInfo.ModuleInfo module : info.modules()) {
      if (!module.unmatched().isEmpty()) {
        problems.add("without the expected methods: " + String.join(", ", module.unmatched()));
      }
      if (module.failures() > 0) {
        problems.add(
            module.name()
                + " is "
                + module.state()
                + " after "
                + module.failures()
                + " failures, the first: "
                + module.reason());
      }
    }
  }

  private void say(String format, Object... values) {
    String line = String.format(format, values);
    lines.add(line);
    System.out.println(line);
  }
}
