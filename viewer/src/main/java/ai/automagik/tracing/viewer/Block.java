package ai.automagik.tracing.viewer;

import ai.automagik.tracing.viewer.Style.Tone;

/**
 * Some text under a span.
 *
 * @param label what stands before the first line; empty to go on below the block before
 * @param text any text, not yet made safe
 * @param maxLines how many lines to show unless everything is asked for
 * @param wide whether the text starts where labels do
 */
record Block(String label, Tone labelTone, String text, Tone textTone, int maxLines, boolean wide) {
  private static final int DEFAULT_MAX_LINES = 6;

  static Block of(String label, Tone labelTone, String text) {
    return new Block(label, labelTone, text, Tone.PLAIN, DEFAULT_MAX_LINES, false);
  }

  /** A remark of the viewer's own. */
  static Block note(String text) {
    return new Block("", Tone.DIM, text, Tone.DIM, DEFAULT_MAX_LINES, true);
  }

  static Block dim(String label, String text) {
    return new Block(label, Tone.DIM, text, Tone.DIM, DEFAULT_MAX_LINES, false);
  }
}
