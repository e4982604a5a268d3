package ai.automagik.tracing.store;

import java.util.List;

/**
 * The answer to a {@link TraceQuery}.
 *
 * @param traces newest first
 * @param matchingCount how many match without the limit
 * @param storedCount how many there are in all
 * @param notes problems with files, one line each: what, where, what to do
 */
public record TraceList(
    List<TraceSummary> traces, int matchingCount, int storedCount, List<String> notes) {}
