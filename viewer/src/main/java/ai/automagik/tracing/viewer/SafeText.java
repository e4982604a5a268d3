package ai.automagik.tracing.viewer;

/**
 * Makes text that came from outside harmless for a terminal: control characters, escape sequences
 * and invisible format characters (among them those that reorder text) become visible escapes.
 */
final class SafeText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private SafeText() {}

  /** Returns the text as one line: line breaks and tabs become visible escapes too. */
  static String line(String text) {
    return escape(text, false);
  }

  /** Returns the text with its line breaks; tabs become spaces. */
  static String block(String text) {
    return escape(text.replace("\r\n", "\n"), true);
  }

  /** Returns whether a terminal may act on the character, or show nothing for it. */
  static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      // Joiners are part of emoji and of several scripts.
      case Character.FORMAT -> codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER;
      default -> false;
    };
  }

  private static String escape(String text, boolean keepLines) {
    if (text.codePoints().noneMatch(SafeText::isUnsafe)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            codePoint -> {
              if (!isUnsafe(codePoint)) {
                safe.appendCodePoint(codePoint);
              } else if (keepLines && codePoint == '\n') {
                safe.append('\n');
              } else if (keepLines && codePoint == '\t') {
                safe.append("    ");
              } else {
                safe.append(visible(codePoint));
              }
            });
    return safe.toString();
  }

  private static String visible(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          codePoint <= Character.MAX_VALUE
              ? "\\u%04x".formatted(codePoint)
              : "\\u{%x}".formatted(codePoint);
    };
  }
}
