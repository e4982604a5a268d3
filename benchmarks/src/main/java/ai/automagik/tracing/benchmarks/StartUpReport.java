package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Starts whole JVMs by turns, without an agent and with it, and prints what each cost from the
 * first to the last instruction.
 */
final class StartUpReport {
  /** In the order in which they take turns. */
  private enum Variant {
    NONE("no agent"),
    EMPTY("empty agent"),
    COLD("agent, cold"),
    WARM("agent, warm cache");

    final String label;

    Variant(String label) {
      this.label = label;
    }
  }

  /**
   * A program that is started.
   *
   * @param budgetSeconds of added CPU, by variant
   */
  private record Program(
      String name,
      String mainClass,
      List<String> arguments,
      int exitCode,
      List<Variant> variants,
      Map<Variant, Double> budgetSeconds) {}

  private final Path folder;
  private final Path emptyAgent;
  private int homes;

  private StartUpReport(Path folder) throws IOException {
    this.folder = folder;
    this.emptyAgent = EmptyAgent.jar(folder);
  }

  public static void main(String[] words) throws IOException, InterruptedException {
    Arguments arguments = Arguments.parse(words);
    int runs = arguments.runs(7, 3);
    try (FakeLlmServer loop = Scenarios.loop().start();
        FakeLlmServer demo = Scenarios.demo().start();
        TemporaryFolder folder = TemporaryFolder.create()) {
      StartUpReport report = new StartUpReport(folder.path());
      for (Jdk jdk : Jdk.found()) {
        for (Program program : programs(loop.baseUrl(), demo.baseUrl())) {
          report.measure(jdk, program, runs);
        }
      }
    }
  }

  private static List<Program> programs(String loopUrl, String demoUrl) {
    List<Variant> all = List.of(Variant.values());
    return List.of(
        new Program(
            "hello world",
            "com.example.travel.HelloApp",
            List.of(),
            7,
            List.of(Variant.NONE, Variant.EMPTY, Variant.COLD),
            Map.of(Variant.COLD, 0.15)),
        new Program(
            "LangChain4j to its first answer",
            "com.example.travel.LoopApp",
            List.of(loopUrl, "1"),
            0,
            all,
            Map.of(Variant.COLD, 1.0, Variant.WARM, 0.4)),
        new Program(
            "LangChain4j: agents, tools, stream",
            "com.example.travel.TravelApp",
            List.of(demoUrl),
            0,
            all,
            Map.of()));
  }

  private void measure(Jdk jdk, Program program, int runs)
      throws IOException, InterruptedException {
    Path warmHome = emptyHome();
    Map<Variant, Costs> costs = new EnumMap<>(Variant.class);
    Map<Variant, JvmCounts> counts = new EnumMap<>(Variant.class);
    TimedProcess.Cost unused = start(jdk, program, Variant.WARM, warmHome, List.of());
    for (Variant variant : program.variants()) {
      Path log = folder.resolve("jvm.log");
      unused = start(jdk, program, variant, warmHome, JvmCounts.jvmArguments(log));
      counts.put(variant, JvmCounts.read(log));
      Files.delete(log);
    }
    for (int run = 0; run < runs; run++) {
      for (Variant variant : program.variants()) {
        TimedProcess.Cost cost = start(jdk, program, variant, warmHome, List.of());
        costs.computeIfAbsent(variant, key -> new Costs()).add(cost);
      }
    }
    printCosts(jdk, program, runs, costs);
    printCounts(program, counts);
  }

  private TimedProcess.Cost start(
      Jdk jdk, Program program, Variant variant, Path warmHome, List<String> jvmArguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.addAll(jvmArguments);
    switch (variant) {
      case NONE -> {}
      case EMPTY -> command.add("-javaagent:" + emptyAgent);
      case COLD -> command.add(agent(emptyHome()));
      case WARM -> command.add(agent(warmHome));
    }
    command.add("-Duser.home=" + folder);
    command.addAll(List.of("--class-path", Checkout.sampleApplicationClassPath()));
    command.add(program.mainClass());
    command.addAll(program.arguments());
    return TimedProcess.run(command, folder, program.exitCode());
  }

  private static String agent(Path home) {
    return "-javaagent:" + Checkout.agentJar() + "=home=" + home;
  }

  private Path emptyHome() throws IOException {
    return Files.createDirectory(folder.resolve("home-" + ++homes));
  }

  private static void printCosts(Jdk jdk, Program program, int runs, Map<Variant, Costs> costs) {
    Table table =
        new Table(
            "seconds", "CPU", "min", "max", "ratio", "added CPU", "budget", "elapsed", "ratio");
    Costs plain = costs.getOrDefault(Variant.NONE, new Costs());
    costs.forEach(
        (variant, cost) -> {
          double added = cost.cpu.median() - plain.cpu.median();
          Double budget = program.budgetSeconds().get(variant);
          table.row(
              variant.label,
              Table.number(cost.cpu.median(), 3),
              Table.number(cost.cpu.min(), 3),
              Table.number(cost.cpu.max(), 3),
              Table.number(cost.cpu.median() / plain.cpu.median(), 2),
              variant == Variant.NONE ? "" : Table.number(added, 3),
              budget == null ? "" : "< " + Table.number(budget, 2),
              Table.number(cost.elapsed.median(), 3),
              Table.number(cost.elapsed.median() / plain.elapsed.median(), 2));
        });
    table.print("start-up, " + jdk + ": " + program.name() + "; runs: " + runs);
  }

  private static void printCounts(Program program, Map<Variant, JvmCounts> counts) {
    Table table =
        new Table(
            "counts",
            "classes",
            "of the agent",
            "ASM",
            "other libraries",
            "metaspace KB",
            "threads");
    counts.forEach(
        (variant, count) ->
            table.row(
                variant.label,
                Table.number(count.classes(), 0),
                Table.number(count.agentClasses(), 0),
                Table.number(count.asmClasses(), 0),
                Table.number(count.libraryClasses(), 0),
                Table.number(count.metaspaceKilobytes(), 0),
                Table.number(count.threads(), 0)));
    table.print(program.name() + ": one run with the JVM's logs on");
  }

  private static final class Costs {
    final Sample cpu = new Sample();
    final Sample elapsed = new Sample();

    void add(TimedProcess.Cost cost) {
      cpu.add(cost.cpuSeconds());
      elapsed.add(cost.wallSeconds());
    }
  }
}
