package ai.automagik.tracing.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the text of a setting into its value. Stateless. */
public interface Parser<T> {
  /** The value, or null when the text is not of the accepted form. */
  @Nullable T parse(String text);

  /** The accepted form in words, to stand behind "expected". */
  String form();

  /** {@code true}, {@code 1}, {@code yes}, {@code on} and their opposites, in any case. */
  static Parser<Boolean> bool() {
    return new BooleanParser();
  }

  /** A whole number from {@code min} to {@code max}. */
  static Parser<Integer> integer(int min, int max) {
    return new IntegerParser(min, max);
  }

  /** Any text that is not blank. */
  static Parser<String> text() {
    return new TextParser();
  }

  /** One of the given words, in any case. */
  static Parser<String> oneOf(String... words) {
    return new WordParser(words);
  }

  /** Words of letters, digits and hyphens, in any case; a colon may stand for the comma. */
  static Parser<List<String>> words() {
    return new WordsParser();
  }

  /**
   * Texts with commas in between.
   *
   * @param each what one of them looks like
   */
  static Parser<List<String>> list(String each) {
    return new ListParser(each);
  }

  /** See {@link #bool()}. */
  final class BooleanParser implements Parser<Boolean> {
    @Override
    public @Nullable Boolean parse(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "1", "yes", "on" -> Boolean.TRUE;
        case "false", "0", "no", "off" -> Boolean.FALSE;
        default -> null;
      };
    }

    @Override
    public String form() {
      return "true or false";
    }
  }

  /** See {@link #integer(int, int)}. */
  final class IntegerParser implements Parser<Integer> {
    private final int min;
    private final int max;

    IntegerParser(int min, int max) {
      this.min = min;
      this.max = max;
    }

    @Override
    public @Nullable Integer parse(String text) {
      try {
        int value = Integer.parseInt(text);
        return value < min || value > max ? null : value;
      } catch (NumberFormatException notANumber) {
        return null;
      }
    }

    @Override
    public String form() {
      return "a whole number from " + min + " to " + max;
    }
  }

  /** See {@link #text()}. */
  final class TextParser implements Parser<String> {
    @Override
    public @Nullable String parse(String text) {
      return text.isBlank() ? null : text;
    }

    @Override
    public String form() {
      return "text";
    }
  }

  /** See {@link #oneOf(String...)}. */
  final class WordParser implements Parser<String> {
    private final String[] words;

    WordParser(String[] words) {
      this.words = words.clone();
    }

    @Override
    public @Nullable String parse(String text) {
      for (String word : words) {
        if (word.equalsIgnoreCase(text)) {
          return word;
        }
      }
      return null;
    }

    @Override
    public String form() {
      return String.join(" or ", words);
    }
  }

  /** See {@link #words()}. */
  final class WordsParser implements Parser<List<String>> {
    @Override
    public @Nullable List<String> parse(String text) {
      List<String> words = new ArrayList<>();
      for (String part : text.toLowerCase(Locale.ROOT).replace(':', ',').split(",", -1)) {
        String word = part.trim();
        if (word.isEmpty()) {
          return null;
        }
        for (int i = 0; i < word.length(); i++) {
          char c = word.charAt(i);
          if (c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z')) {
            return null;
          }
        }
        words.add(word);
      }
      return words;
    }

    @Override
    public String form() {
      return "names with commas, or colons, in between";
    }
  }

  /** See {@link #list(String)}. */
  final class ListParser implements Parser<List<String>> {
    private final String each;

    ListParser(String each) {
      this.each = each;
    }

    @Override
    public @Nullable List<String> parse(String text) {
      List<String> parts = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        if (part.isBlank()) {
          return null;
        }
        parts.add(part.trim());
      }
      return parts;
    }

    @Override
    public String form() {
      return each + ", with commas in between";
    }
  }
}
