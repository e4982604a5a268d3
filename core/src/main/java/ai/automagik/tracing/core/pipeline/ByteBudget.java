package ai.automagik.tracing.core.pipeline;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that waiting spans of all stages together may keep alive, in bytes. Thread-safe. */
public final class ByteBudget {
  private final long maxBytes;
  private final AtomicLong heldBytes = new AtomicLong();

  public ByteBudget(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Takes bytes out of the budget; false when there are not enough left, and then none are taken.
   */
  public boolean take(int bytes) {
    if (heldBytes.addAndGet(bytes) <= maxBytes) {
      return true;
    }
    heldBytes.addAndGet(-bytes);
    return false;
  }

  /** Gives back what was taken. */
  public void giveBack(int bytes) {
    heldBytes.addAndGet(-bytes);
  }

  /** Bytes taken at this moment. */
  public long heldBytes() {
    return heldBytes.get();
  }
}
