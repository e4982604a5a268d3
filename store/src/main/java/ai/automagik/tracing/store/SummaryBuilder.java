package ai.automagik.tracing.store;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds up one trace, span by span, without keeping content: about 10 bytes for each ended span, and
 * a small record for each span that has not ended. Not thread-safe.
 */
final class SummaryBuilder {
  /** What is kept of a span that may become the root, or may still be replaced. */
  private record Mark(String name, String service, long startNanos, boolean hasParent, Run run) {

    /** The earliest span without a parent is the root; failing that, the earliest span. */
    boolean isBetterRootThan(@Nullable Mark other) {
      return other == null
          || (hasParent == other.hasParent ? startNanos < other.startNanos : other.hasParent);
    }
  }

  private final String traceId;
  private final LongSet ended = new LongSet();
  private final Map<Long, Mark> open = new HashMap<>();
  private final Set<String> services = new LinkedHashSet<>();
  private final Set<String> runs = new TreeSet<>();
  private @Nullable Mark root;
  private long startNanos = Long.MAX_VALUE;
  private long endNanos;
  private int errorCount;
  private long inputTokens;
  private long outputTokens;
  private long cachedTokens;

  SummaryBuilder(String traceId) {
    this.traceId = traceId;
  }

  /**
   * Adds a span as one frame holds it.
   *
   * @return false when it says nothing new: the same span has ended before
   */
  boolean add(SpanEntry entry) {
    long key = entry.spanKey();
    if (ended.contains(key)) {
      return false;
    }
    services.add(entry.service());
    runs.add(entry.run().id());
    Mark mark =
        new Mark(
            entry.span().getName(),
            entry.service(),
            entry.span().getStartTimeUnixNano(),
            entry.hasParent(),
            entry.run());
    if (!entry.ended()) {
      open.put(key, mark);
      return true;
    }
    open.remove(key);
    ended.add(key);
    see(mark);
    endNanos = Math.max(endNanos, entry.span().getEndTimeUnixNano());
    if (entry.failed()) {
      errorCount++;
    }
    for (KeyValue attribute : entry.span().getAttributesList()) {
      switch (attribute.getKey()) {
        case "gen_ai.usage.input_tokens" -> inputTokens += tokens(attribute.getValue());
        case "gen_ai.usage.output_tokens" -> outputTokens += tokens(attribute.getValue());
        case "gen_ai.usage.cache_read.input_tokens" -> cachedTokens += tokens(attribute.getValue());
        default -> {}
      }
    }
    return true;
  }

  TraceSummary build(long nowEpochMillis) {
    open.values().forEach(this::see);
    TraceSummary.Status status =
        open.values().stream().anyMatch(mark -> mark.run().alive(nowEpochMillis))
            ? TraceSummary.Status.RUNNING
            : !open.isEmpty()
                ? TraceSummary.Status.INTERRUPTED
                : errorCount > 0 ? TraceSummary.Status.ERROR : TraceSummary.Status.OK;
    return new TraceSummary(
        traceId,
        root == null ? "" : root.name(),
        servicesRootFirst(),
        List.copyOf(runs),
        startNanos,
        endNanos,
        ended.size() + open.size(),
        errorCount,
        inputTokens,
        outputTokens,
        cachedTokens,
        status);
  }

  private void see(Mark mark) {
    startNanos = Math.min(startNanos, mark.startNanos());
    if (mark.isBetterRootThan(root)) {
      root = mark;
    }
  }

  private List<String> servicesRootFirst() {
    Set<String> ordered = new LinkedHashSet<>();
    if (root != null) {
      ordered.add(root.service());
    }
    ordered.addAll(services);
    return List.copyOf(ordered);
  }

  private static long tokens(AnyValue value) {
    return Attributes.value(value) instanceof Number number ? Math.max(0, number.longValue()) : 0;
  }
}
