package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.instrumentation.http.Sending;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is asked of each HTTP request, here of such as are no calls of models. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HttpBenchmark {
  /**
   * The method and path: one that is told by the method, one by its last word, and one whose last
   * word a provider uses too.
   */
  @Param({"GET /orders/4711", "POST /orders/4711/items", "POST /inbox/messages"})
  public String request = "";

  private String method = "";
  private String path = "";

  /** Takes the request apart. */
  @Setup
  public void split() {
    int blank = request.indexOf(' ');
    method = request.substring(0, blank);
    path = request.substring(blank + 1);
  }

  /** One look at a request. */
  @Benchmark
  public @Nullable Sending look() {
    return Sending.begin(method, "shop.example", 443, true, path, null);
  }
}
