package ai.automagik.tracing.benchmarks;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link OfferBenchmark} with one and two producers on every JDK and prints a table. */
final class OfferReport {
  private OfferReport() {}

  public static void main(String[] words) throws RunnerException {
    Arguments arguments = Arguments.parse(words);
    for (Jdk jdk : Jdk.found()) {
      Map<String, Row> rows = new TreeMap<>();
      for (int threads = 1; threads <= 2; threads++) {
        for (RunResult result : Jmh.run(OfferBenchmark.class, arguments, jdk, threads)) {
          add(rows, threads, result);
        }
      }
      print(jdk, rows);
    }
  }

  private static void add(Map<String, Row> rows, int threads, RunResult result) {
    String label = result.getPrimaryResult().getLabel();
    String worker = result.getParams().getParam("worker");
    String name =
        label.replace("Average", "").replace("Sampled", "")
            + (worker == null ? "" : ", worker: " + worker)
            + ", producers: "
            + threads;
    Row row = rows.computeIfAbsent(name, key -> new Row());
    if (result.getParams().getMode() == Mode.AverageTime) {
      row.averageNanos = result.getPrimaryResult().getScore();
    } else {
      row.medianNanos = result.getPrimaryResult().getStatistics().getPercentile(50);
      row.p99Nanos = result.getPrimaryResult().getStatistics().getPercentile(99);
    }
  }

  private static void print(Jdk jdk, Map<String, Row> rows) {
    Table table = new Table("ns per span", "average", "budget", "p50", "p99", "budget");
    rows.forEach(
        (name, row) -> {
          boolean hasBudget = name.startsWith("offer");
          table.row(
              name,
              Table.number(row.averageNanos, 0),
              hasBudget ? "< 100" : "",
              Table.number(row.medianNanos, 0),
              Table.number(row.p99Nanos, 0),
              hasBudget ? "< 1,000" : "");
        });
    table.print("offer, " + jdk + ": a finished model call with 3,000 characters of messages");
  }

  private static final class Row {
    double averageNanos = Double.NaN;
    double medianNanos = Double.NaN;
    double p99Nanos = Double.NaN;
  }
}
