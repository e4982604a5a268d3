package ai.automagik.tracing.core.pipeline;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.OpenStreams;
import ai.automagik.tracing.core.trace.SpanEvent;
import ai.automagik.tracing.core.trace.SpanSink;
import org.jspecify.annotations.Nullable;

/**
 * The way of a span from the application's thread to the worker: offered, accepted or dropped, and
 * always counted. Thread-safe.
 *
 * <p>Nothing starts before the first span. The stage is made by the thread that begins it, and
 * stops in a shutdown hook.
 */
public final class Pipeline implements SpanSink {
  private static final long SHUTDOWN_TIMEOUT_MILLIS = 2_000;

  /** Makes the handler of the first stage, when there is a first span. */
  public interface Start {
    /** Called once. What it throws switches the pipeline off. */
    Stage.Handler<Object> handler(Pipeline pipeline);
  }

  private final int queueSize;
  private final ByteBudget budget;
  private final Counters counters;
  private final Start start;
  private volatile @Nullable Stage<Object> stage;
  private boolean failedToStart;

  public Pipeline(int queueSize, ByteBudget budget, Counters counters, Start start) {
    this.queueSize = queueSize;
    this.budget = budget;
    this.counters = counters;
    this.start = start;
  }

  @Override
  public void starting() {
    Stage<Object> unused = stage();
  }

  @Override
  public void started(ActiveSpan span) {
    Stage<Object> stage = stage();
    if (stage != null) {
      // When the queue is full the span merely is not shown while it runs.
      boolean unused = stage.offer(span);
    }
  }

  @Override
  public void ended(SpanEvent span) {
    counters.offered.increment();
    Stage<Object> stage = stage();
    if (!budget.take(span.heldBytes())) {
      counters.droppedMemory.increment();
    } else if (stage == null || !stage.offer(span)) {
      budget.giveBack(span.heldBytes());
      counters.droppedQueueFull.increment();
    } else {
      counters.accepted.increment();
    }
  }

  /** What the worker calls when it no longer holds a span. */
  public void release(SpanEvent span) {
    budget.giveBack(span.heldBytes());
  }

  /** What became of the spans. */
  public Counters counters() {
    return counters;
  }

  /** Empties the queue and ends the worker, within two seconds. */
  public void stop() {
    Stage<Object> running = stage;
    if (running != null) {
      OpenStreams.endAbandoned();
      boolean unused = running.stop(SHUTDOWN_TIMEOUT_MILLIS);
    }
  }

  private @Nullable Stage<Object> stage() {
    Stage<Object> running = stage;
    return running != null ? running : startStage();
  }

  private synchronized @Nullable Stage<Object> startStage() {
    if (stage == null && !failedToStart) {
      try {
        Stage<Object> created = new Stage<>("spool", queueSize, start.handler(this));
        Runtime.getRuntime().addShutdownHook(Daemons.create("shutdown", this::stop));
        created.start();
        stage = created;
      } catch (RuntimeException | Error failure) { // such as a JVM that is already going down
        failedToStart = true;
      }
    }
    return stage;
  }
}
