package ai.automagik.tracing.viewer;

import java.math.BigDecimal;
import java.util.Locale;

/** Writes durations, counts and sizes the way people read them. */
final class Figures {
  private static final long MILLIS = 1_000_000;
  private static final long SECONDS = 1_000_000_000;

  private Figures() {}

  /** Three figures or so: 0.42 ms, 120 ms, 2.41 s, 3m 12s, 2h 05m. */
  static String duration(long nanos) {
    if (nanos < 10 * MILLIS) {
      return BigDecimal.valueOf(nanos / (MILLIS / 100), 2) + " ms";
    }
    if (nanos < SECONDS) {
      return nanos / MILLIS + " ms";
    }
    if (nanos < 60 * SECONDS) {
      return BigDecimal.valueOf(nanos / (10 * MILLIS), 2) + " s";
    }
    long seconds = nanos / SECONDS;
    return seconds < 3600
        ? String.format(Locale.ROOT, "%dm %02ds", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%dh %02dm", seconds / 3600, seconds / 60 % 60);
  }

  /** 950, 1,240, 124k, 1.2M. */
  static String count(long count) {
    if (count < 100_000) {
      return String.format(Locale.ROOT, "%,d", count);
    }
    return count < 1_000_000 ? count / 1_000 + "k" : BigDecimal.valueOf(count / 100_000, 1) + "M";
  }

  /** "1 span", "2 spans". */
  static String plural(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  /** 512 B, 12.3 KB, 4.5 MB. */
  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? BigDecimal.valueOf(bytes / 100, 1) + " KB"
        : BigDecimal.valueOf(bytes / 100_000, 1) + " MB";
  }
}
