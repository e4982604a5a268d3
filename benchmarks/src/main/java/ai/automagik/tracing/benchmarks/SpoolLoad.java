package ai.automagik.tracing.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that keeps the worker busy for some seconds and prints what it got done: spans per
 * second, CPU of the worker per span in ns, bytes in the spool per span, spans lost.
 */
final class SpoolLoad {
  private static final Pattern SPOOL_BYTES = Pattern.compile("\"bytes\":(\\d+)");

  private SpoolLoad() {}

  public static void main(String[] arguments) throws IOException {
    SampleSpans.Kind kind = SampleSpans.Kind.valueOf(arguments[0]);
    long seconds = Long.parseLong(arguments[1]);
    try (TemporaryFolder folder = TemporaryFolder.create();
        Recording recording = Recording.intoSpool(folder.path())) {
      SampleSpans samples = new SampleSpans();
      produce(recording, samples, kind, seconds);
      long spooledBefore = recording.counters().spooled.sum();
      long cpuBefore = workerCpuNanos();
      long nanosBefore = System.nanoTime();
      produce(recording, samples, kind, seconds);
      long nanos = System.nanoTime() - nanosBefore;
      long cpu = workerCpuNanos() - cpuBefore;
      long spooled = recording.counters().spooled.sum() - spooledBefore;
      recording.pipeline().stop();
      long bytes = spoolBytes(folder.path()) / recording.counters().spooled.sum();
      System.out.println(
          1e9 * spooled / nanos + " " + cpu / spooled + " " + bytes + " " + recording.lost());
    }
  }

  private static void produce(
      Recording recording, SampleSpans samples, SampleSpans.Kind kind, long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      recording.awaitRoom();
      samples.record(kind);
    }
  }

  private static long workerCpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals("automagik-spool")) {
        return threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    throw new IllegalStateException("the worker does not run");
  }

  /** What run.json says: the files themselves are removed one after the other. */
  private static long spoolBytes(Path home) throws IOException {
    try (var runs = Files.list(home.resolve("spool"))) {
      Path run = runs.findFirst().orElseThrow();
      Matcher bytes = SPOOL_BYTES.matcher(Files.readString(run.resolve("run.json")));
      if (!bytes.find()) {
        throw new IllegalStateException("run.json does not tell the size of the spool");
      }
      return Long.parseLong(bytes.group(1));
    }
  }
}
