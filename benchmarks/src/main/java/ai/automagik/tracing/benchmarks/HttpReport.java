package ai.automagik.tracing.benchmarks;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link HttpBenchmark} on every JDK and prints a table. */
final class HttpReport {
  private HttpReport() {}

  public static void main(String[] words) throws RunnerException {
    Arguments arguments = Arguments.parse(words);
    for (Jdk jdk : Jdk.found()) {
      Table table = new Table("ns per request", "average", "budget");
      for (RunResult result : Jmh.run(HttpBenchmark.class, arguments, jdk, 1)) {
        table.row(
            result.getParams().getParam("request"),
            Table.number(result.getPrimaryResult().getScore(), 0),
            "< 300");
      }
      table.print("http, " + jdk + ": a request that is no call of a model");
    }
  }
}
