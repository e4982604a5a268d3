package ai.automagik.tracing.core.pipeline;

import java.util.concurrent.atomic.LongAdder;

/**
 * What became of every span that ended. Thread-safe.
 *
 * <p>Once nothing is under way, the sums hold: {@code offered = accepted + droppedQueueFull +
 * droppedMemory}, and {@code accepted = spooled + spoolFailed}.
 */
public final class Counters {
  /** Spans that ended. */
  public final LongAdder offered = new LongAdder();

  /** Spans that found a place in the queue. */
  public final LongAdder accepted = new LongAdder();

  /** Spans given up because the queue was full. */
  public final LongAdder droppedQueueFull = new LongAdder();

  /** Spans given up because waiting spans already held all the memory they may. */
  public final LongAdder droppedMemory = new LongAdder();

  /** Spans written to the spool. */
  public final LongAdder spooled = new LongAdder();

  /** Spans that could not be written. */
  public final LongAdder spoolFailed = new LongAdder();

  /** Records of spans that were still running. Not part of any sum. */
  public final LongAdder runningRecords = new LongAdder();

  /**
   * Values of the traced library that did not become JSON, and were left out of their spans. Not
   * part of any sum.
   */
  public final LongAdder valuesUnreadable = new LongAdder();

  /** Times that woven classes could not be kept for the next start. Not part of any sum. */
  public final LongAdder cacheFailed = new LongAdder();
}
