package ai.automagik.tracing.store;

import java.util.List;

/**
 * What a list shows of a trace.
 *
 * @param traceId 32 hex digits
 * @param name the name of the root span
 * @param services the service names in it, the root's first; never empty
 * @param runs the ids of the runs that wrote it, sorted
 * @param startNanos since the epoch, of the earliest span
 * @param endNanos since the epoch, of the latest span that ended; 0 when none has
 * @param spanCount ended, running and interrupted spans
 * @param errorCount spans with an error status
 */
public record TraceSummary(
    String traceId,
    String name,
    List<String> services,
    List<String> runs,
    long startNanos,
    long endNanos,
    int spanCount,
    int errorCount,
    long inputTokens,
    long outputTokens,
    long cachedTokens,
    Status status) {

  /** How a trace stands; the first that applies, in this order. */
  public enum Status {
    /** A span is open and its run is alive. */
    RUNNING,
    /** A span is open, but its run is over. */
    INTERRUPTED,
    /** A span failed. */
    ERROR,
    OK
  }

  /** Returns the service name of the root span. */
  public String service() {
    return services.get(0);
  }

  /**
   * Returns the length of the trace in nanoseconds: up to now while it runs, otherwise up to the
   * last end that is known; 0 when none is.
   */
  public long durationNanos(long nowNanos) {
    long untilNanos = status == Status.RUNNING ? Math.max(nowNanos, endNanos) : endNanos;
    return Math.max(0, untilNanos - startNanos);
  }
}
