package ai.automagik.tracing.core.export;

import ai.automagik.tracing.core.config.Config;
import ai.automagik.tracing.core.config.Notices;
import ai.automagik.tracing.core.config.Options;
import ai.automagik.tracing.core.instrumentation.InstrumentationModules;
import ai.automagik.tracing.core.pipeline.Counters;
import ai.automagik.tracing.core.pipeline.Pipeline;
import ai.automagik.tracing.core.pipeline.Stage;
import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.OpenStreams;
import ai.automagik.tracing.core.trace.SpanEvent;
import ai.automagik.tracing.core.weaving.WovenClassCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes spans to the spool: what ended, what is still running after a quarter of a second, streams
 * as they grow, and every two seconds the sign of life. Confined to the spool's thread.
 *
 * <p>The first write that fails switches the spool off for the rest of the run, with one line and a
 * counter: the application is not to notice a full disk.
 */
public final class SpoolHandler implements Stage.Handler<Object> {
  private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int FLUSH_SPANS = 500;
  private static final int FLUSH_BYTES = 1 << 20;
  private static final long MAX_FILE_BYTES = 8L << 20;

  private final Pipeline pipeline;
  private final Counters counters;
  private final SpoolFolder spool;
  private final Run run;
  private final RunFile runFile;
  private final @Nullable WovenClassCache cache;
  private final ProtoBuffer buffer = new ProtoBuffer();
  private final OtlpEncoder encoder;
  private final Resource resource;
  private final long streamIdleNanos;

  /** Spans that have begun, oldest first, until they are a quarter of a second old. */
  private final Deque<ActiveSpan> young = new ArrayDeque<>();

  private @Nullable Path folder;
  private @Nullable SpoolFile file;
  private @Nullable String offReason;
  private int endedInBuffer;
  private int runningInBuffer;
  private long flushedNanoTime;
  private long heartbeatNanoTime;

  /**
   * @param cache whose new entries are written here too; null when there is none
   */
  public SpoolHandler(
      Pipeline pipeline,
      Config config,
      Run run,
      InstrumentationModules modules,
      @Nullable WovenClassCache cache) {
    this.pipeline = pipeline;
    this.counters = pipeline.counters();
    this.encoder = new OtlpEncoder(buffer, counters.valuesUnreadable);
    this.run = run;
    this.cache = cache;
    this.resource = new Resource(run);
    this.runFile = new RunFile(run, config, counters, modules);
    this.spool =
        new SpoolFolder(
            config.home(),
            (long) config.get(Options.SPOOL_MAX_MB) << 20,
            config.get(Options.SPOOL_MAX_AGE_DAYS));
    this.streamIdleNanos = TimeUnit.SECONDS.toNanos(config.get(Options.STREAM_IDLE_SECONDS));
    this.flushedNanoTime = System.nanoTime();
    this.heartbeatNanoTime = flushedNanoTime - HEARTBEAT_NANOS;
  }

  @Override
  public void handle(List<Object> batch) throws IOException {
    for (int i = 0; i < batch.size(); i++) {
      Object item = batch.get(i);
      if (item instanceof ActiveSpan span) {
        young.add(span);
      } else if (item instanceof SpanEvent event) {
        if (encode(event)) {
          endedInBuffer++;
        } else {
          counters.spoolFailed.increment();
        }
        pipeline.release(event);
        if (endedInBuffer >= FLUSH_SPANS || buffer.size() >= FLUSH_BYTES) {
          flush();
        }
      }
    }
    long now = System.nanoTime();
    if (now - flushedNanoTime >= FLUSH_NANOS) {
      flushedNanoTime = now;
      encodeRunning(FLUSH_NANOS);
      encodeRunning(OpenStreams.sweep(now, streamIdleNanos));
      flush();
      writeCache();
    }
    if (folder != null && now - heartbeatNanoTime >= HEARTBEAT_NANOS) {
      heartbeatNanoTime = now;
      heartbeat(false);
    }
  }

  @Override
  public void failed(Throwable failure, int batchSize) {
    switchOff(failure);
  }

  @Override
  public void close() throws IOException {
    encodeRunning(0);
    encodeRunning(OpenStreams.unfinished());
    flush();
    writeCache();
    heartbeat(true);
    SpoolFile open = file;
    if (open != null) {
      open.close();
    }
  }

  private boolean encode(SpanEvent event) {
    if (offReason != null) {
      return false;
    }
    if (buffer.size() == 0) {
      encoder.begin(resource);
    }
    try {
      encoder.add(event.enriched());
      return true;
    } catch (RuntimeException | Error unwritable) { // also OutOfMemoryError: the span is counted
      return false;
    }
  }

  private void encodeRunning(long minAgeNanos) {
    for (ActiveSpan span = young.peek();
        span != null && (span.ended() || span.elapsedNanos() >= minAgeNanos);
        span = young.peek()) {
      young.remove();
      encodeRunning(span);
    }
  }

  private void encodeRunning(List<ActiveSpan> spans) {
    for (int i = 0; i < spans.size(); i++) {
      encodeRunning(spans.get(i));
    }
  }

  private void encodeRunning(ActiveSpan span) {
    if (!span.ended() && encode(span.running())) {
      runningInBuffer++;
    }
  }

  private void flush() {
    if (buffer.size() > 0) {
      encoder.end();
      try {
        if (open().append(buffer.array(), buffer.size())) {
          spool.prune(run.id());
        }
        counters.spooled.add(endedInBuffer);
        counters.runningRecords.add(runningInBuffer);
      } catch (IOException | RuntimeException | Error failure) {
        counters.spoolFailed.add(endedInBuffer);
        switchOff(failure);
      }
    }
    buffer.clear();
    endedInBuffer = 0;
    runningInBuffer = 0;
  }

  private SpoolFile open() throws IOException {
    SpoolFile open = file;
    if (open == null) {
      Path created = spool.create(run.id());
      folder = created;
      spool.prune(run.id());
      open = new SpoolFile(created, MAX_FILE_BYTES);
      file = open;
    }
    return open;
  }

  private void heartbeat(boolean ended) {
    Path known = folder;
    SpoolFile open = file;
    if (known == null) {
      return;
    }
    try {
      runFile.write(
          known,
          ended,
          offReason,
          open == null ? 0 : open.files(),
          open == null ? 0 : open.bytes());
    } catch (IOException | RuntimeException failure) {
      switchOff(failure);
    }
  }

  /** Writing the cache is worth a try, and no more: without it the next start only weaves again. */
  private void writeCache() {
    if (cache != null) {
      try {
        cache.flush();
      } catch (IOException | RuntimeException unwritable) {
        counters.cacheFailed.increment();
      }
    }
  }

  private void switchOff(Throwable failure) {
    if (offReason == null) {
      // Whoever writes JSON wraps what the disk says.
      Throwable cause = failure.getCause() instanceof IOException disk ? disk : failure;
      String reason =
          cause instanceof IOException && cause.getMessage() != null
              ? cause.getMessage()
              : cause.toString();
      offReason = reason;
      Notices.line("cannot write the spool (" + reason + "); spans of this run are no longer kept");
    }
  }
}
