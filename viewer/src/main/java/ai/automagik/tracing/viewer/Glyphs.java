package ai.automagik.tracing.viewer;

/**
 * The characters that draw: box characters, or ASCII where the terminal has no others.
 *
 * @param bars half cells of a waterfall, by 3 * left + right, each 0 empty, 1 light, 2 heavy
 */
record Glyphs(
    String fork,
    String lastFork,
    String trunk,
    String ok,
    String error,
    String running,
    String interrupted,
    String ellipsis,
    String separator,
    String arrow,
    String bars) {

  static final Glyphs UNICODE =
      new Glyphs("├─ ", "└─ ", "│  ", "✓", "✗", "●", "◌", "…", " · ", "→", " ╶╺╴─╼╸╾━");

  static final Glyphs ASCII =
      new Glyphs("|- ", "`- ", "|  ", "+", "x", ">", "!", "...", ", ", "->", " -=--====");

  String all() {
    return fork
        + lastFork
        + trunk
        + ok
        + error
        + running
        + interrupted
        + ellipsis
        + separator
        + arrow
        + bars;
  }
}
