package ai.automagik.tracing.benchmarks;

import java.util.List;

/**
 * What stands behind the name of a benchmark on the command line.
 *
 * @param runs how often each variant is run; 0 for the default of the benchmark
 * @param quick whether a rough figure will do
 */
record Arguments(int runs, boolean quick) {
  /**
   * Reads {@code [--runs N] [--quick]}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Arguments parse(String[] words) {
    int runs = 0;
    boolean quick = false;
    List<String> all = List.of(words);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).equals("--quick")) {
        quick = true;
      } else if (all.get(i).equals("--runs") && i + 1 < all.size()) {
        runs = Integer.parseInt(all.get(++i));
      } else {
        throw new IllegalArgumentException("expected [--runs N] [--quick], got " + all.get(i));
      }
    }
    return new Arguments(runs, quick);
  }

  /** The number of runs: what was asked for, or one of the defaults. */
  int runs(int usual, int whenQuick) {
    if (runs > 0) {
      return runs;
    }
    return quick ? whenQuick : usual;
  }
}
