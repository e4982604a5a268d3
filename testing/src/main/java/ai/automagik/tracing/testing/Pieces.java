package ai.automagik.tracing.testing;

import java.util.ArrayList;
import java.util.List;

/** How a text is cut into the chunks of a stream. Stateless. */
final class Pieces {
  private static final int MAX_CODE_POINTS = 12;

  private Pieces() {}

  /** Splits before each word and inside long words, never inside a code point. */
  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      boolean wordStarts = i > start && text.charAt(i) == ' ';
      if (wordStarts || count == MAX_CODE_POINTS) {
        pieces.add(text.substring(start, i));
        start = i;
        count = 0;
      }
      count++;
    }
    if (start < text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }
}
