package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.SpanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A span on its line of the tree.
 *
 * @param branches what to draw before the span
 * @param below what to draw before each line that belongs to the span
 */
record TreeRow(SpanNode node, String branches, String below) {
  /** Deeper spans are not indented any further. */
  private static final int MAX_DEPTH = 16;

  private static final String INDENT = "   ";

  private record Pending(SpanNode node, String branches, String base, int depth) {}

  /** Returns every span of the trees, parents before children. */
  static List<TreeRow> of(List<SpanNode> roots, Glyphs glyphs) {
    List<TreeRow> rows = new ArrayList<>();
    Deque<Pending> stack = new ArrayDeque<>();
    for (int i = roots.size() - 1; i >= 0; i--) {
      stack.push(new Pending(roots.get(i), "", "", 0));
    }
    while (!stack.isEmpty()) {
      Pending pending = stack.pop();
      List<SpanNode> children = pending.node().children();
      String below = pending.base() + (children.isEmpty() ? INDENT : glyphs.trunk());
      rows.add(new TreeRow(pending.node(), pending.branches(), below));
      for (int i = children.size() - 1; i >= 0; i--) {
        boolean last = i == children.size() - 1;
        boolean deep = pending.depth() >= MAX_DEPTH;
        String branches = pending.base() + (last ? glyphs.lastFork() : glyphs.fork());
        String base = deep ? pending.base() : pending.base() + (last ? INDENT : glyphs.trunk());
        stack.push(new Pending(children.get(i), branches, base, pending.depth() + 1));
      }
    }
    return rows;
  }
}
