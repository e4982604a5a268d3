package ai.automagik.tracing.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark class in JVMs of its own. Stateless. */
final class Jmh {
  private Jmh() {}

  static Collection<RunResult> run(Class<?> benchmark, Arguments arguments, Jdk jdk, int threads)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .jvm(jdk.java())
                .jvmArgs(jvmArguments(jdk))
                .forks(arguments.runs(1, 1))
                .threads(threads)
                .warmupIterations(arguments.quick() ? 2 : 3)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(arguments.quick() ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(400))
                .timeout(TimeValue.minutes(2))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build())
        .run();
  }

  private static String[] jvmArguments(Jdk jdk) {
    return jdk.featureVersion() < 23
        ? new String[] {"-Xms512m", "-Xmx512m"}
        // JMH uses Unsafe, of which newer JVMs warn.
        : new String[] {"-Xms512m", "-Xmx512m", "--sun-misc-unsafe-memory-access=allow"};
  }
}
