package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.core.pipeline.Pipeline;
import ai.automagik.tracing.core.pipeline.Stage;
import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.SpanEvent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the application's thread pays when a span ends: all of it, from the event on, and the queue
 * alone. The averages are over batches, the percentiles over single operations, which include the
 * timer; {@link #timer} is what that costs by itself.
 *
 * <p>Before each batch the producer waits for room, so that no span is ever dropped. Public and not
 * final, as JMH extends it and its states.
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OfferBenchmark {
  private static final int BATCH = 64;
  private static final int CHARS = 3_000;

  /** The recorder that all producers share. */
  @State(Scope.Benchmark)
  public static class Recorder {
    /** What the worker does with a span. */
    @Param({"discard", "spool"})
    String worker = "";

    private TemporaryFolder folder;
    private Recording recording;

    @Setup
    public void start() throws IOException {
      folder = TemporaryFolder.create();
      recording =
          worker.equals("spool")
              ? Recording.intoSpool(folder.path())
              : Recording.intoNothing(folder.path());
    }

    @TearDown
    public void stop() throws IOException {
      recording.close();
      long lost = recording.lost();
      folder.close();
      if (lost > 0) {
        throw new IllegalStateException(lost + " spans were lost: not what is to be measured");
      }
    }

    Pipeline pipeline() {
      return recording.pipeline();
    }

    void awaitRoom() {
      recording.awaitRoom();
    }
  }

  /** Model calls that are about to end, new ones for each invocation. */
  @State(Scope.Thread)
  public static class ManyOpen {
    private final SampleSpans samples = new SampleSpans();
    final ActiveSpan[] spans = new ActiveSpan[BATCH];

    @Setup(Level.Invocation)
    public void prepare(Recorder recorder) {
      recorder.awaitRoom();
      for (int i = 0; i < BATCH; i++) {
        spans[i] = samples.chat(CHARS);
      }
    }
  }

  /** One model call that is about to end, a new one for each invocation. */
  @State(Scope.Thread)
  public static class OneOpen {
    private final SampleSpans samples = new SampleSpans();
    ActiveSpan span;

    @Setup(Level.Invocation)
    public void prepare(Recorder recorder) {
      recorder.awaitRoom();
      span = samples.chat(CHARS);
    }
  }

  /** A finished model call, offered again and again. */
  @State(Scope.Thread)
  public static class Finished {
    SpanEvent event;

    @Setup
    public void prepare(Recorder recorder) {
      event = new SampleSpans().chat(CHARS).running();
    }

    @Setup(Level.Invocation)
    public void awaitRoom(Recorder recorder) {
      recorder.awaitRoom();
    }
  }

  /** A stage whose worker only counts. */
  @State(Scope.Benchmark)
  public static class CountingStage implements Stage.Handler<Object> {
    private static final int MAX_WAITING = 4_096;
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong announced = new AtomicLong();

    @SuppressWarnings("this-escape") // the stage uses it only once it is started
    final Stage<Object> stage = new Stage<>("benchmark", 10_000, this);

    final Object item = new Object();

    @Setup
    public void start() {
      stage.start();
    }

    @TearDown
    public void stop() {
      boolean unused = stage.stop(2_000);
    }

    void awaitRoom(int items) {
      long mine = announced.addAndGet(items);
      while (mine - handled.get() > MAX_WAITING) {
        LockSupport.parkNanos(20_000);
      }
    }

    @Override
    public void handle(List<Object> batch) {
      handled.addAndGet(batch.size());
    }

    @Override
    public void failed(Throwable failure, int batchSize) {
      throw new IllegalStateException(failure);
    }

    @Override
    public void close() {}
  }

  /** Makes room for a batch. */
  @State(Scope.Thread)
  public static class RoomForMany {
    @Setup(Level.Invocation)
    public void await(CountingStage stage) {
      stage.awaitRoom(BATCH);
    }
  }

  /** Makes room for one. */
  @State(Scope.Thread)
  public static class RoomForOne {
    @Setup(Level.Invocation)
    public void await(CountingStage stage) {
      stage.awaitRoom(1);
    }
  }

  /** End of a span: time stamp, event, byte budget, counters, queue. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OperationsPerInvocation(BATCH)
  public void endAverage(Recorder recorder, ManyOpen open) {
    for (ActiveSpan span : open.spans) {
      span.end(null);
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public void endSampled(Recorder recorder, OneOpen open) {
    open.span.end(null);
  }

  /** Offer of a finished span: byte budget, counters, queue. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OperationsPerInvocation(BATCH)
  public void offerAverage(Recorder recorder, Finished finished) {
    Pipeline pipeline = recorder.pipeline();
    for (int i = 0; i < BATCH; i++) {
      pipeline.ended(finished.event);
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public void offerSampled(Recorder recorder, Finished finished) {
    recorder.pipeline().ended(finished.event);
  }

  /** The queue alone. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OperationsPerInvocation(BATCH)
  public int queueAverage(CountingStage stage, RoomForMany room) {
    int taken = 0;
    for (int i = 0; i < BATCH; i++) {
      taken += stage.stage.offer(stage.item) ? 1 : 0;
    }
    return taken;
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public boolean queueSampled(CountingStage stage, RoomForOne room) {
    return stage.stage.offer(stage.item);
  }

  /** Nothing: what a sample costs by itself. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public void timer() {}
}
