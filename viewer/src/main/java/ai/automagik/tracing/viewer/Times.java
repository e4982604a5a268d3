package ai.automagik.tracing.viewer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments given in nanoseconds since the epoch. */
final class Times {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private Times() {}

  static ZonedDateTime at(long nanos, ZoneId zone) {
    return Instant.ofEpochSecond(0, nanos).atZone(zone);
  }

  /** 2026-11-21 07:19:00.120. */
  static String local(long nanos, ZoneId zone) {
    return LOCAL.format(at(nanos, zone));
  }

  /** 2026-11-21T06:19:00.120Z. */
  static String utc(long nanos) {
    return Instant.ofEpochSecond(0, nanos).toString();
  }
}
