package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Options;
import ai.automagik.tracing.core.config.Surroundings;
import ai.automagik.tracing.core.export.Run;
import ai.automagik.tracing.core.export.SpoolHandler;
import ai.automagik.tracing.core.instrumentation.Hooks;
import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import ai.automagik.tracing.core.pipeline.ByteBudget;
import ai.automagik.tracing.core.pipeline.Counters;
import ai.automagik.tracing.core.pipeline.Pipeline;
import ai.automagik.tracing.core.pipeline.Stage;
import ai.automagik.tracing.core.trace.SpanEvent;
import ai.automagik.tracing.core.trace.Tracer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The recorder as the agent puts it together, without the weaving. Thread-safe. There is one per
 * JVM, because {@link Tracer} knows one.
 *
 * <p>The settings are the defaults, but for the cap of the spool, which spares the disk.
 */
final class Recording implements AutoCloseable {
  private static final String SPOOL_MAX_MB = "64";

  /** Far below the 32 MB and the 16,384 places after which spans are dropped. */
  private static final long MAX_WAITING_BYTES = 4L << 20;

  private static final long PAUSE_NANOS = 20_000;

  private final ByteBudget budget;
  private final Pipeline pipeline;

  private Recording(Path home, boolean discards) {
    Config config =
        Config.load(
            new Surroundings(
                Map.of("home", home.toString(), Options.SPOOL_MAX_MB.name(), SPOOL_MAX_MB),
                Map.of(),
                Map.of(),
                home.toFile(),
                home.toFile()));
    this.budget = new ByteBudget((long) config.get(Options.BUFFER_MAX_MB) << 20);
    this.pipeline =
        new Pipeline(
            config.get(Options.QUEUE_SIZE),
            budget,
            new Counters(),
            owner ->
                discards
                    ? new Discard(owner)
                    : new SpoolHandler(
                        owner,
                        config,
                        Run.ofThisJvm("benchmark", "0"),
                        new InstrumentationModules(noHooks()),
                        null));
    Tracer.install(pipeline);
  }

  /** Whose worker writes into the spool in that folder. */
  static Recording intoSpool(Path home) {
    return new Recording(home, false);
  }

  /** Whose worker takes spans out of the queue and forgets them. */
  static Recording intoNothing(Path home) {
    return new Recording(home, true);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Counters counters() {
    return pipeline.counters();
  }

  /** Waits until the next spans certainly find room. */
  void awaitRoom() {
    while (budget.heldBytes() > MAX_WAITING_BYTES) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Spans that were not kept, for whatever reason. */
  long lost() {
    Counters counters = counters();
    return counters.droppedQueueFull.sum()
        + counters.droppedMemory.sum()
        + counters.spoolFailed.sum();
  }

  @Override
  public void close() {
    pipeline.stop();
  }

  private static Hooks noHooks() {
    try {
      return Hooks.read(new ByteArrayInputStream(new byte[0]));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private record Discard(Pipeline pipeline) implements Stage.Handler<Object> {
    @Override
    public void handle(List<Object> batch) {
      for (Object item : batch) {
        if (item instanceof SpanEvent event) {
          pipeline.release(event);
        }
      }
    }

    @Override
    public void failed(Throwable failure, int batchSize) {
      throw new IllegalStateException(failure);
    }

    @Override
    public void close() {}
  }
}
