package ai.automagik.tracing.store;

import java.util.ArrayList;
import java.util.List;

/** Problems met on the way, one line each, up to a limit. Not thread-safe. */
final class Notes {
  private static final int MAX_LINES = 100;

  private final List<String> lines = new ArrayList<>();
  private int omittedCount;

  void add(String line) {
    if (lines.size() < MAX_LINES) {
      lines.add(line);
    } else {
      omittedCount++;
    }
  }

  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (omittedCount > 0) {
      all.add(omittedCount + " more files have problems");
    }
    return List.copyOf(all);
  }
}
