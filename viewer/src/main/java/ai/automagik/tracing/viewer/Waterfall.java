package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Span;

/**
 * Draws each span as a bar on the time line of its trace, exact to half a column. What a span waits
 * for its first chunk is drawn light, and so is a span whose end is unknown.
 *
 * @param endNanos where the time line ends; open spans are drawn up to there
 */
record Waterfall(long startNanos, long endNanos, int columns, String bars) {
  private static final int LIGHT = 1;
  private static final int HEAVY = 2;

  String bar(Span span) {
    int from = half(span.startNanos(), columns * 2 - 1);
    long spanEndNanos = span.state() == Span.State.ENDED ? span.endNanos() : endNanos;
    int until = Math.max(from + 1, half(spanEndNanos, columns * 2));
    int heavyFrom =
        span.state() == Span.State.INTERRUPTED
            ? until
            : Math.min(until - 1, half(firstChunkNanos(span), columns * 2));
    StringBuilder bar = new StringBuilder(columns);
    for (int cell = 0; cell < columns; cell++) {
      int left = weight(2 * cell, from, heavyFrom, until);
      int right = weight(2 * cell + 1, from, heavyFrom, until);
      bar.append(bars.charAt(3 * left + right));
    }
    return bar.toString();
  }

  private static long firstChunkNanos(Span span) {
    Number seconds = span.attributes().number(GenAi.TIME_TO_FIRST_CHUNK);
    return seconds == null
        ? span.startNanos()
        : span.startNanos() + (long) (seconds.doubleValue() * 1e9);
  }

  private int half(long nanos, int max) {
    double share = (nanos - startNanos) / (double) Math.max(1, endNanos - startNanos);
    return (int) Math.max(0, Math.min(max, Math.round(share * columns * 2)));
  }

  private static int weight(int half, int from, int heavyFrom, int until) {
    return half < from || half >= until ? 0 : half < heavyFrom ? LIGHT : HEAVY;
  }
}
