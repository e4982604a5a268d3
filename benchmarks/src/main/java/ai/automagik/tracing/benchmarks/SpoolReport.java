package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.testing.JavaProgram;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Runs {@link SpoolLoad} for every kind of span on every JDK and prints a table. */
final class SpoolReport {
  private SpoolReport() {}

  public static void main(String[] words) throws InterruptedException {
    Arguments arguments = Arguments.parse(words);
    int runs = arguments.runs(3, 1);
    String seconds = arguments.quick() ? "2" : "3";
    for (Jdk jdk : Jdk.found()) {
      Map<SampleSpans.Kind, Row> rows = new EnumMap<>(SampleSpans.Kind.class);
      for (int run = 0; run < runs; run++) {
        for (SampleSpans.Kind kind : SampleSpans.Kind.values()) {
          rows.computeIfAbsent(kind, key -> new Row()).add(load(jdk, kind, seconds));
        }
      }
      print(jdk, runs, rows);
    }
  }

  private static String[] load(Jdk jdk, SampleSpans.Kind kind, String seconds)
      throws InterruptedException {
    return Child.figures(
            JavaProgram.builder()
                .javaHome(jdk.home())
                .jvmArguments("-Xms512m", "-Xmx512m")
                .classPath(Path.of(Checkout.ownClassPath()))
                .mainClass(SpoolLoad.class.getName())
                .arguments(kind.name(), seconds))
        .get(0);
  }

  private static void print(Jdk jdk, int runs, Map<SampleSpans.Kind, Row> rows) {
    Table table =
        new Table(
            "kind of span",
            "characters",
            "bytes",
            "spans/s",
            "min",
            "max",
            "budget",
            "MB/s",
            "worker CPU us/span",
            "spans per CPU s",
            "lost");
    rows.forEach(
        (kind, row) ->
            table.row(
                kind.label,
                Table.number((double) kind.chars / kind.spans, 0),
                Table.number(row.bytes.median(), 0),
                Table.number(row.spansPerSecond.median(), 0),
                Table.number(row.spansPerSecond.min(), 0),
                Table.number(row.spansPerSecond.max(), 0),
                "> 100,000",
                Table.number(row.spansPerSecond.median() * row.bytes.median() / 1e6, 0),
                Table.number(row.workerCpuNanos.median() / 1e3, 2),
                Table.number(1e9 / row.workerCpuNanos.median(), 0),
                Table.number(row.lost.max(), 0)));
    table.print("spool, " + jdk + ": one worker, one producer that waits; runs: " + runs);
  }

  private static final class Row {
    final Sample spansPerSecond = new Sample();
    final Sample workerCpuNanos = new Sample();
    final Sample bytes = new Sample();
    final Sample lost = new Sample();

    void add(String[] figures) {
      spansPerSecond.add(Double.parseDouble(figures[0]));
      workerCpuNanos.add(Double.parseDouble(figures[1]));
      bytes.add(Double.parseDouble(figures[2]));
      lost.add(Double.parseDouble(figures[3]));
    }
  }
}
