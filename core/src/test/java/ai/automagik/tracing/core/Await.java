package ai.automagik.tracing.core;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that another thread does. */
public final class Await {
  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private Await() {}

  /** Returns as soon as the condition holds, and fails when it does not within a minute. */
  public static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > DEADLINE_NANOS) {
        throw new AssertionError("waited in vain until " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** Collects garbage until the condition holds. */
  public static void untilCollected(String what, BooleanSupplier condition) {
    until(
        what,
        () -> {
          System.gc();
          return condition.getAsBoolean();
        });
  }
}
