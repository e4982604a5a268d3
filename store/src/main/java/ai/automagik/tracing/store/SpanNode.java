package ai.automagik.tracing.store;

import java.util.List;

/**
 * A span with its children, in the order of their starts.
 *
 * @param orphan true when the span names a parent that is not in the trace
 */
public record SpanNode(Span span, boolean orphan, List<SpanNode> children) {}
