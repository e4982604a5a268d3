package ai.automagik.tracing.instrumentation.http.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A copy of the bytes of one body as they went by: the first megabyte, and of what follows the last
 * 64 KB, because a stream says at its end what it cost. Thread-safe: written by the threads of the
 * HTTP client, read by the worker.
 *
 * <p>All open bodies together hold a bounded number of bytes; a body that gets none keeps nothing
 * more.
 */
final class CapturedBody {
  private static final int MAX_HEAD_BYTES = 1 << 20;
  private static final int TAIL_BYTES = 64 << 10;
  private static final int MAX_MARKS = 512;
  private static final long MAX_BYTES_OF_ALL = 24L << 20;
  private static final AtomicLong HELD_BY_ALL = new AtomicLong();

  private byte[] head = new byte[0];
  private int headLength;
  private byte[] tail = new byte[0];
  private int tailLength;
  private int tailEnd;
  private boolean gap;
  private int heldBytes;

  /** Where the first chunks ended, and when they came. */
  private int[] markOffsets = new int[8];

  private long[] markNanoTimes = new long[8];
  private int marks;

  /** Copies what remains in the buffer, whose position stays where it is. */
  synchronized void add(ByteBuffer bytes) {
    ByteBuffer view = bytes.duplicate();
    int toHead = reserve(Math.min(view.remaining(), MAX_HEAD_BYTES - headLength));
    if (toHead > 0 && !gap) {
      view.get(head, headLength, toHead);
      headLength += toHead;
      mark();
    }
    if (view.hasRemaining()) {
      addToTail(view);
    }
  }

  private int reserve(int wanted) {
    int needed = headLength + wanted;
    if (needed <= head.length) {
      return wanted;
    }
    int grown = Math.min(MAX_HEAD_BYTES, Math.max(needed, Math.max(1024, 2 * head.length)));
    if (!hold(grown - head.length)) {
      return head.length - headLength;
    }
    head = Arrays.copyOf(head, grown);
    return wanted;
  }

  private void addToTail(ByteBuffer view) {
    gap = true;
    if (tail.length == 0) {
      if (!hold(TAIL_BYTES)) {
        return;
      }
      tail = new byte[TAIL_BYTES];
    }
    if (view.remaining() > TAIL_BYTES) {
      view.position(view.limit() - TAIL_BYTES);
    }
    while (view.hasRemaining()) {
      int length = Math.min(view.remaining(), TAIL_BYTES - tailEnd);
      view.get(tail, tailEnd, length);
      tailEnd = (tailEnd + length) % TAIL_BYTES;
      tailLength = Math.min(TAIL_BYTES, tailLength + length);
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
    marks = 0;
  }

  /** Ends the capture; what was held no longer counts, for the worker holds it now. */
  synchronized void release() {
    HELD_BY_ALL.addAndGet(-heldBytes);
    heldBytes = 0;
  }

  synchronized int heldBytes() {
    return head.length + tail.length;
  }

  /** The beginning, all of it when the body is no longer than a megabyte. */
  synchronized byte[] head() {
    return Arrays.copyOf(head, headLength);
  }

  /** The end of a body that is longer; empty when {@link #head} is all. */
  synchronized byte[] tail() {
    byte[] copy = new byte[tailLength];
    int first = Math.floorMod(tailEnd - tailLength, TAIL_BYTES);
    int toEnd = Math.min(tailLength, TAIL_BYTES - first);
    System.arraycopy(tail, first, copy, 0, toEnd);
    System.arraycopy(tail, 0, copy, toEnd, tailLength - toEnd);
    return copy;
  }

  /** Whether bytes are missing, in the middle or from somewhere on. */
  synchronized boolean incomplete() {
    return gap;
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
