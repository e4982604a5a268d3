package ai.automagik.tracing.store;

import io.opentelemetry.proto.resource.v1.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects every span of one trace and makes the tree. Not thread-safe. */
final class TraceBuilder {
  private final SummaryBuilder summary;
  private final long nowEpochMillis;
  private final Map<String, Span> spans = new LinkedHashMap<>();
  private final Map<String, Run> runs = new TreeMap<>();
  private final Map<Resource, Attributes> resources = new HashMap<>();

  TraceBuilder(String traceId, long nowEpochMillis) {
    this.summary = new SummaryBuilder(traceId);
    this.nowEpochMillis = nowEpochMillis;
  }

  void add(SpanEntry entry) {
    if (!summary.add(entry)) {
      return;
    }
    Attributes resource =
        resources.computeIfAbsent(
            entry.resource(), encoded -> Attributes.decode(encoded.getAttributesList()));
    Run run = entry.run();
    runs.put(run.id(), run);
    spans.put(entry.spanId(), entry.decode(resource, run.alive(nowEpochMillis)));
  }

  /** Returns the trace, or null when no span was added. */
  @Nullable Trace build() {
    return spans.isEmpty()
        ? null
        : new Trace(summary.build(nowEpochMillis), List.copyOf(runs.values()), roots());
  }

  private List<SpanNode> roots() {
    List<Span> byStart = new ArrayList<>(spans.values());
    byStart.sort(Comparator.comparingLong(Span::startNanos));
    Map<String, List<SpanNode>> children = new LinkedHashMap<>();
    byStart.forEach(span -> children.put(span.spanId(), new ArrayList<>()));
    List<SpanNode> roots = new ArrayList<>();
    for (Span span : byStart) {
      List<SpanNode> siblings = children.get(span.parentSpanId());
      boolean orphan = siblings == null && !span.parentSpanId().isEmpty();
      SpanNode node = node(span, orphan, children);
      (siblings == null ? roots : siblings).add(node);
    }
    Set<String> reached = new HashSet<>();
    roots.forEach(root -> reach(root, reached));
    // Parents that form a ring have no root: the earliest span of a ring is cut off its parent.
    for (Span span : byStart) {
      if (!reached.contains(span.spanId())) {
        List<SpanNode> siblings = children.getOrDefault(span.parentSpanId(), List.of());
        siblings.removeIf(node -> node.span().spanId().equals(span.spanId()));
        SpanNode root = node(span, true, children);
        roots.add(root);
        reach(root, reached);
      }
    }
    return roots;
  }

  private static SpanNode node(Span span, boolean orphan, Map<String, List<SpanNode>> children) {
    List<SpanNode> own = children.getOrDefault(span.spanId(), List.of());
    return new SpanNode(span, orphan, Collections.unmodifiableList(own));
  }

  private static void reach(SpanNode root, Set<String> reached) {
    ArrayDeque<SpanNode> pending = new ArrayDeque<>(List.of(root));
    while (!pending.isEmpty()) {
      SpanNode node = pending.pop();
      if (reached.add(node.span().spanId())) {
        pending.addAll(node.children());
      }
    }
  }
}
