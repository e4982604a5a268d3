package ai.automagik.tracing.core.trace;

import java.util.concurrent.ThreadLocalRandom;

/** Random trace and span ids. Thread-safe. */
final class Ids {
  private Ids() {}

  /** Any number but 0, which means "no id" in OTLP. */
  static long next() {
    long id;
    do {
      id = ThreadLocalRandom.current().nextLong();
    } while (id == 0);
    return id;
  }
}
