package ai.automagik.tracing.instrumentation.http.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A copy of the bytes of one body as they went by: the beginning, up to a megabyte, and of what
 * follows the last 64 KB, because a stream says at its end what it cost. Thread-safe: written by
 * the threads of the HTTP client, read by the worker.
 *
 * <p>All open bodies together hold a bounded number of bytes; a body that gets none keeps nothing
 * more.
 */
final class CapturedBody {
  static final int MAX_HEAD_BYTES = 1 << 20;

  private static final int TAIL_BYTES = 64 << 10;
  private static final int LEAST_HEAD_BYTES = 1 << 10;

  /** More is not made room for before it comes. */
  private static final int MAX_EXPECTED_BYTES = 64 << 10;

  private static final int MAX_MARKS = 512;
  private static final long MAX_BYTES_OF_ALL = 12L << 20;
  private static final AtomicLong HELD_BY_ALL = new AtomicLong();

  private final int maxHeadBytes;
  private byte[] head = new byte[0];
  private int headLength;
  private int expectedBytes = LEAST_HEAD_BYTES;
  private byte[] tail = new byte[0];
  private int tailLength;
  private int tailEnd;
  private boolean gap;
  private boolean over;
  private int heldBytes;
  private long length;

  /** Where the first chunks ended, and when they came. */
  private int[] markOffsets = new int[8];

  private long[] markNanoTimes = new long[8];
  private int marks;

  /**
   * An empty body.
   *
   * @param maxHeadBytes how much of its beginning is kept
   */
  CapturedBody(int maxHeadBytes) {
    this.maxHeadBytes = maxHeadBytes;
  }

  /**
   * Tells how long the body is to be, so that the copy need not grow.
   *
   * @param bytes as somebody else says
   */
  synchronized void expect(int bytes) {
    expectedBytes = Math.max(1, Math.min(bytes, MAX_EXPECTED_BYTES));
  }

  /** Copies what remains in the buffer, whose position stays where it is. */
  synchronized void add(ByteBuffer bytes) {
    if (over) {
      return;
    }
    int from = bytes.position();
    int count = bytes.remaining();
    length += count;
    int toHead = reserve(Math.min(count, maxHeadBytes - headLength));
    if (toHead > 0 && !gap) {
      bytes.get(from, head, headLength, toHead);
      headLength += toHead;
      from += toHead;
      mark();
    }
    if (from < bytes.limit()) {
      addToTail(bytes, from);
    }
  }

  private int reserve(int wanted) {
    int needed = headLength + wanted;
    if (needed <= head.length) {
      return wanted;
    }
    int grown = Math.min(maxHeadBytes, Math.max(needed, Math.max(expectedBytes, 2 * head.length)));
    if (!hold(grown - head.length)) {
      return head.length - headLength;
    }
    head = Arrays.copyOf(head, grown);
    return wanted;
  }

  private void addToTail(ByteBuffer bytes, int start) {
    gap = true;
    if (tail.length == 0) {
      if (!hold(TAIL_BYTES)) {
        return;
      }
      tail = new byte[TAIL_BYTES];
    }
    int from = Math.max(start, bytes.limit() - TAIL_BYTES);
    while (from < bytes.limit()) {
      int count = Math.min(bytes.limit() - from, TAIL_BYTES - tailEnd);
      bytes.get(from, tail, tailEnd, count);
      from += count;
      tailEnd = (tailEnd + count) % TAIL_BYTES;
      tailLength = Math.min(TAIL_BYTES, tailLength + count);
    }
  }

  private boolean hold(int bytes) {
    if (HELD_BY_ALL.addAndGet(bytes) > MAX_BYTES_OF_ALL) {
      HELD_BY_ALL.addAndGet(-bytes);
      return false;
    }
    heldBytes += bytes;
    return true;
  }

  private void mark() {
    if (marks == MAX_MARKS) {
      return;
    }
    if (marks == markOffsets.length) {
      markOffsets = Arrays.copyOf(markOffsets, 2 * marks);
      markNanoTimes = Arrays.copyOf(markNanoTimes, 2 * marks);
    }
    markOffsets[marks] = headLength;
    markNanoTimes[marks++] = System.nanoTime();
  }

  /** Forgets everything: the body is sent anew. */
  synchronized void clear() {
    headLength = 0;
    tailLength = 0;
    tailEnd = 0;
    gap = false;
    length = 0;
    marks = 0;
  }

  /**
   * Ends the capture: nothing more is copied, and what was held no longer counts, for the worker
   * holds it now.
   */
  synchronized void release() {
    over = true;
    HELD_BY_ALL.addAndGet(-heldBytes);
    heldBytes = 0;
  }

  synchronized int heldBytes() {
    return head.length + tail.length;
  }

  /** What was kept, as it is now. */
  synchronized Body body(String contentType) {
    byte[] beginning = Arrays.copyOf(head, headLength);
    byte[] end = new byte[tailLength];
    int first = Math.floorMod(tailEnd - tailLength, TAIL_BYTES);
    int toEnd = Math.min(tailLength, TAIL_BYTES - first);
    System.arraycopy(tail, first, end, 0, toEnd);
    System.arraycopy(tail, 0, end, toEnd, tailLength - toEnd);
    return Body.of(beginning, end, length, contentType);
  }

  /** When the byte at this offset came, by {@link System#nanoTime}; 0 when that was not kept. */
  synchronized long nanoTimeOf(int offset) {
    for (int i = 0; i < marks; i++) {
      if (offset < markOffsets[i]) {
        return markNanoTimes[i];
      }
    }
    return 0;
  }
}
