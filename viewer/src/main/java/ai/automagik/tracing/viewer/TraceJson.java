package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Attributes;
import ai.automagik.tracing.store.Run;
import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.store.SpanNode;
import ai.automagik.tracing.store.Trace;
import ai.automagik.tracing.store.TraceList;
import ai.automagik.tracing.store.TraceSummary;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents that --json prints. Moments stand twice: readable, and exact as in OTLP/JSON, where
 * 64 bit integers are strings.
 */
final class TraceJson {
  private TraceJson() {}

  static List<Map<String, @Nullable Object>> summaries(TraceList list, long nowEpochMillis) {
    return list.traces().stream().map(trace -> summary(trace, nowEpochMillis)).toList();
  }

  /** Returns a whole trace; spans come in the order of the tree, parents first. */
  static Map<String, @Nullable Object> trace(Trace trace, long nowEpochMillis, boolean content) {
    Map<String, @Nullable Object> json = summary(trace.summary(), nowEpochMillis);
    json.put("runs", trace.runs().stream().map(run -> run(run, nowEpochMillis)).toList());
    json.put(
        "spans",
        TreeRow.of(trace.roots(), Glyphs.ASCII).stream()
            .map(row -> span(row.node(), content))
            .toList());
    return json;
  }

  private static Map<String, @Nullable Object> summary(TraceSummary trace, long nowEpochMillis) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("traceId", trace.traceId());
    json.put("name", trace.name());
    json.put("service", trace.service());
    json.put("services", trace.services());
    json.put("status", lower(trace.status()));
    times(json, trace.startNanos(), trace.endNanos());
    long durationNanos = trace.durationNanos(nowEpochMillis * 1_000_000);
    boolean unknownEnd = durationNanos == 0 && trace.endNanos() == 0;
    json.put("durationMillis", unknownEnd ? null : millis(durationNanos));
    json.put("inputTokens", trace.inputTokens());
    json.put("outputTokens", trace.outputTokens());
    json.put("cachedTokens", trace.cachedTokens());
    json.put("spanCount", trace.spanCount());
    json.put("errorCount", trace.errorCount());
    json.put("runIds", trace.runs());
    return json;
  }

  private static Map<String, @Nullable Object> run(Run run, long nowEpochMillis) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run", run.id());
    json.put("alive", run.alive(nowEpochMillis));
    RunInfo info = run.info();
    if (info != null) {
      json.put("pid", info.pid());
      json.put("command", info.command());
      json.put("javaVersion", info.javaVersion());
      json.put("agentVersion", info.agentVersion());
    }
    return json;
  }

  private static Map<String, @Nullable Object> span(SpanNode node, boolean content) {
    Span span = node.span();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("spanId", span.spanId());
    json.put("parentSpanId", span.parentSpanId().isEmpty() ? null : span.parentSpanId());
    json.put("orphan", node.orphan());
    json.put("name", span.name());
    json.put("kind", lower(span.kind()));
    json.put("state", lower(span.state()));
    times(json, span.startNanos(), span.endNanos());
    json.put(
        "durationMillis",
        span.endNanos() == 0 ? null : millis(Math.max(0, span.endNanos() - span.startNanos())));
    Map<String, @Nullable Object> status = new LinkedHashMap<>();
    status.put("code", lower(span.status()));
    if (content && !span.statusMessage().isEmpty()) {
      status.put("message", span.statusMessage());
    }
    json.put("status", status);
    json.put("attributes", attributes(span.attributes(), content));
    json.put("events", span.events().stream().map(event -> event(event, content)).toList());
    json.put("service", span.service());
    json.put("scope", span.scope());
    json.put("run", span.run());
    json.put("resource", span.resource().values());
    return json;
  }

  private static Map<String, @Nullable Object> event(Span.Event event, boolean content) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", event.name());
    json.put("time", Times.utc(event.nanos()));
    json.put("timeUnixNano", Long.toUnsignedString(event.nanos()));
    json.put("attributes", attributes(event.attributes(), content));
    return json;
  }

  private static Map<String, @Nullable Object> attributes(Attributes attributes, boolean content) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    attributes
        .values()
        .forEach(
            (key, value) -> {
              if (content || !GenAi.CONTENT.contains(key)) {
                json.put(key, GenAi.JSON.contains(key) ? Messages.json(value) : value);
              }
            });
    return json;
  }

  private static void times(Map<String, @Nullable Object> json, long startNanos, long endNanos) {
    json.put("start", Times.utc(startNanos));
    json.put("end", endNanos == 0 ? null : Times.utc(endNanos));
    json.put("startTimeUnixNano", Long.toUnsignedString(startNanos));
    json.put("endTimeUnixNano", endNanos == 0 ? null : Long.toUnsignedString(endNanos));
  }

  private static BigDecimal millis(long nanos) {
    return BigDecimal.valueOf(nanos / 1_000, 3);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
