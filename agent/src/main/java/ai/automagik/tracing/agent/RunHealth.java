package ai.automagik.tracing.agent;

import ai.automagik.tracing.store.RunInfo;

/**
 * What the counters of a run come to. Healthy means that less than one span in a hundred was lost.
 *
 * @param offered spans that ended
 * @param lost spans dropped before the queue, or not written
 */
record RunHealth(long offered, long lost) {
  private static final double MAX_LOST_SHARE = 0.01;

  static RunHealth of(RunInfo info) {
    return new RunHealth(
        counter(info, "offered"),
        counter(info, "droppedQueueFull")
            + counter(info, "droppedMemory")
            + counter(info, "spoolFailed"));
  }

  boolean healthy() {
    return lost <= offered * MAX_LOST_SHARE;
  }

  String sentence() {
    return offered + " ended, " + lost + " lost" + (healthy() ? "" : " (not healthy)");
  }

  private static long counter(RunInfo info, String name) {
    return info.counters().getOrDefault(name, 0L);
  }
}
