package ai.automagik.tracing.store;

import java.util.List;

/** The answer to a search for one trace. */
public sealed interface TraceLookup {

  /** Problems with files, one line each: what, where, what to do. */
  List<String> notes();

  /** The one trace that matches. */
  record Found(Trace trace, List<String> notes) implements TraceLookup {}

  /** No trace matches. */
  record NotFound(List<String> notes) implements TraceLookup {}

  /**
   * More than one trace matches.
   *
   * @param candidates the newest of them, newest first
   * @param matchingCount how many match
   */
  record Several(List<TraceSummary> candidates, int matchingCount, List<String> notes)
      implements TraceLookup {}
}
