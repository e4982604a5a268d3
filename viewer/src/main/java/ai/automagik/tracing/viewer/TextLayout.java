package ai.automagik.tracing.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures, cuts and wraps text by the columns that it takes on a terminal. */
final class TextLayout {
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  /** First and last code points of what takes two columns (East Asian wide, emoji). */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3,
    0x25fd, 0x25fe, 0x2614, 0x2615, 0x2648, 0x2653, 0x267f, 0x267f, 0x2693, 0x2693, 0x26a1, 0x26a1,
    0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x26ea, 0x26ea,
    0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa, 0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b,
    0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55, 0x2e80, 0x303e,
    0x3041, 0x4dbf, 0x4e00, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19,
    0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18aff, 0x1aff0, 0x1b2ff, 0x1f004,
    0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d,
    0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0,
    0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff,
    0x1f53d, 0x1f54b, 0x1f54e, 0x1f550, 0x1f567, 0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4,
    0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6cc, 0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5,
    0x1f6d7, 0x1f6dc, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0, 0x1f7eb, 0x1f7f0,
    0x1f7f0, 0x1f90c, 0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000,
    0x3fffd
  };

  private TextLayout() {}

  /** Returns the columns that one line of safe text takes. */
  static int width(String text) {
    int width = 0;
    int previous = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += width(codePoint, previous);
      previous = codePoint;
      i += Character.charCount(codePoint);
    }
    return width;
  }

  /** Returns the text padded with spaces on the right. */
  static String padRight(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** Returns the text padded with spaces on the left. */
  static String padLeft(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  /** Returns the text, or as much of it as fits with an ellipsis. */
  static String fit(String text, int columns, String ellipsis) {
    if (width(text) <= columns) {
      return text;
    }
    String mark = ellipsis.length() <= columns ? ellipsis : "";
    return text.substring(0, end(text, 0, columns - mark.length())) + mark;
  }

  /**
   * Returns the lines of a text, none wider than the columns, broken at spaces where there are any.
   */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String line : text.stripTrailing().split("\n", -1)) {
      wrapLine(line.stripTrailing(), columns, lines);
    }
    return lines;
  }

  private static void wrapLine(String line, int columns, List<String> lines) {
    int start = 0;
    do {
      int end = end(line, start, columns);
      if (end == start && end < line.length()) {
        end += Character.charCount(line.codePointAt(start));
      }
      int next = end;
      if (end < line.length()) {
        int space = line.charAt(end) == ' ' ? end : line.lastIndexOf(' ', end - 1);
        // A word that is too long for any line need not start on one of its own.
        if (space > start
            && !line.substring(start, space).isBlank()
            && fitsOneLine(line, space + 1, columns)) {
          end = space;
          next = space + 1;
        }
      }
      lines.add(line.substring(start, end).stripTrailing());
      start = next;
    } while (start < line.length());
  }

  private static boolean fitsOneLine(String line, int wordStart, int columns) {
    int space = line.indexOf(' ', wordStart);
    int wordEnd = space < 0 ? line.length() : space;
    return end(line, wordStart, columns) >= wordEnd;
  }

  /** Returns the index after the last character that fits into the columns. */
  private static int end(String text, int start, int columns) {
    int width = 0;
    int previous = 0;
    int index = start;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      width += width(codePoint, previous);
      if (width > columns) {
        return index;
      }
      previous = codePoint;
      index += Character.charCount(codePoint);
    }
    return index;
  }

  private static int width(int codePoint, int previous) {
    if (codePoint < 0x300) {
      return 1;
    }
    if (previous == ZERO_WIDTH_JOINER
        || (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff && isWide(previous))) {
      return 0;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    int index = Arrays.binarySearch(WIDE, codePoint);
    // A hit is a first or a last code point; otherwise an odd insertion point is inside a range.
    return index >= 0 || ((-index - 1) & 1) == 1;
  }
}
