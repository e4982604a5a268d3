package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a LangChain4j program with and without the agent by turns, and prints what tracing adds to
 * each call on the calling thread.
 */
final class CallReport {
  private static final Pattern DROPPED = Pattern.compile("\"(?:dropped\\w+|spoolFailed)\":(\\d+)");
  private static final Pattern SPOOLED = Pattern.compile("\"spooled\":(\\d+)");
  private static final Map<String, Integer> MODEL_CALLS = Map.of("agent", 2, "agent-alone", 2);

  private CallReport() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    Arguments arguments = Arguments.parse(words);
    int runs = arguments.runs(5, 1);
    for (Jdk jdk : Jdk.found()) {
      Map<String, Row> rows = new TreeMap<>();
      long spooled = 0;
      long lost = 0;
      for (int run = 0; run < runs; run++) {
        try (TemporaryFolder home = TemporaryFolder.create()) {
          add(rows, calls(arguments, jdk, home.path(), false), false);
          add(rows, calls(arguments, jdk, home.path(), true), true);
          String runFile = runFile(home.path());
          spooled += sum(SPOOLED, runFile);
          lost += sum(DROPPED, runFile);
        }
      }
      print(jdk, runs, rows);
      System.out.println("spans written: " + spooled + ", spans lost: " + lost);
    }
  }

  private static List<String[]> calls(Arguments arguments, Jdk jdk, Path home, boolean traced)
      throws InterruptedException {
    JavaProgram.Builder program =
        JavaProgram.builder()
            .javaHome(jdk.home())
            .home(home)
            .workingFolder(home)
            .jvmArguments("-Xms512m", "-Xmx512m")
            .classPath(Path.of(Checkout.callLoopClassPath()))
            .mainClass("com.example.calls.CallLoop")
            .arguments(arguments.quick() ? "30" : "80", "20");
    if (traced) {
      program.jvmArguments("-javaagent:" + Checkout.agentJar() + "=home=" + home);
    }
    return Child.figures(program);
  }

  private static void add(Map<String, Row> rows, List<String[]> lines, boolean traced) {
    for (String[] line : lines) {
      Row row = rows.computeIfAbsent(line[0], key -> new Row());
      (traced ? row.tracedCpuNanos : row.plainCpuNanos).add(Double.parseDouble(line[1]));
      (traced ? row.tracedBytes : row.plainBytes).add(Double.parseDouble(line[2]));
    }
  }

  private static void print(Jdk jdk, int runs, Map<String, Row> rows) {
    Table table =
        new Table(
            "call",
            "without",
            "min",
            "max",
            "with agent",
            "min",
            "max",
            "ratio",
            "added",
            "added per model call",
            "budget");
    rows.forEach(
        (name, row) -> {
          int modelCalls = MODEL_CALLS.getOrDefault(name, 1);
          row(table, name + ", CPU us", row.plainCpuNanos, row.tracedCpuNanos, 1e3, modelCalls, 15);
          row(table, name + ", bytes", row.plainBytes, row.tracedBytes, 1, modelCalls, 3_000);
        });
    table.print("call, " + jdk + ": on the calling thread, 2,000 characters a call; runs: " + runs);
  }

  private static void row(
      Table table,
      String name,
      Sample plain,
      Sample traced,
      double unit,
      int modelCalls,
      int budget) {
    int digits = unit > 1 ? 1 : 0;
    double added = traced.median() - plain.median();
    table.row(
        name,
        Table.number(plain.median() / unit, digits),
        Table.number(plain.min() / unit, digits),
        Table.number(plain.max() / unit, digits),
        Table.number(traced.median() / unit, digits),
        Table.number(traced.min() / unit, digits),
        Table.number(traced.max() / unit, digits),
        Table.number(traced.median() / plain.median(), 2),
        Table.number(added / unit, digits),
        Table.number(added / unit / modelCalls, digits),
        "< " + Table.number(budget, 0) + (unit > 1 ? "" : " + messages"));
  }

  private static String runFile(Path home) throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve("spool"))) {
      return Files.readString(runs.findFirst().orElseThrow().resolve("run.json"));
    }
  }

  private static long sum(Pattern pattern, String runFile) {
    long sum = 0;
    for (Matcher matcher = pattern.matcher(runFile); matcher.find(); ) {
      sum += Long.parseLong(matcher.group(1));
    }
    return sum;
  }

  private static final class Row {
    final Sample plainCpuNanos = new Sample();
    final Sample tracedCpuNanos = new Sample();
    final Sample plainBytes = new Sample();
    final Sample tracedBytes = new Sample();
  }
}
