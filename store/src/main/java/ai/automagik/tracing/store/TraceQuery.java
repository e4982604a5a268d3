package ai.automagik.tracing.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which traces to list.
 *
 * @param limit at most so many, the newest
 * @param service only traces in which this service took part, upper and lower case alike; null for
 *     all
 * @param errorsOnly only traces in which a span failed
 * @param since only traces that started then or later; null for all
 */
public record TraceQuery(
    int limit, @Nullable String service, boolean errorsOnly, @Nullable Instant since) {

  /** Returns a query for the newest traces of any kind. */
  public static TraceQuery newest(int limit) {
    return new TraceQuery(limit, null, false, null);
  }

  boolean matches(TraceSummary trace) {
    return (service == null || trace.services().stream().anyMatch(service::equalsIgnoreCase))
        && (!errorsOnly || trace.errorCount() > 0)
        && (since == null || !Instant.ofEpochSecond(0, trace.startNanos()).isBefore(since));
  }
}
