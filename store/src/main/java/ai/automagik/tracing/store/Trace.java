package ai.automagik.tracing.store;

import java.util.List;

/**
 * A whole trace: every span, as a tree.
 *
 * @param runs the runs that wrote it, oldest first; more than one when it crosses JVMs
 * @param roots spans without a known parent, in the order of their starts
 */
public record Trace(TraceSummary summary, List<Run> runs, List<SpanNode> roots) {}
