package ai.automagik.tracing.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what a retrieval found into words: a line for each document. Stateless. */
final class DocumentsText {
  private DocumentsText() {}

  /**
   * Score, id and text of each document.
   *
   * @param value the attribute; text that is no list of documents is returned as it is
   * @param full whether line breaks in documents are kept
   */
  static String of(Object value, boolean full) {
    if (!(Messages.json(value) instanceof List<?> documents)) {
      return value instanceof String text ? text : JsonText.compact(value);
    }
    List<String> lines = new ArrayList<>();
    for (Object document : documents) {
      lines.add(document instanceof Map<?, ?> map ? line(map, full) : JsonText.compact(document));
    }
    return lines.isEmpty() ? "none" : String.join("\n", lines);
  }

  private static String line(Map<?, ?> document, boolean full) {
    List<String> parts = new ArrayList<>();
    if (document.get("score") instanceof Number score) {
      parts.add(String.format(Locale.ROOT, "%.3f", score.doubleValue()));
    }
    add(document.get("id"), parts);
    Object content = document.get("content");
    add(
        content instanceof String text && !full ? text.strip().replaceAll("\\s+", " ") : content,
        parts);
    return parts.isEmpty() ? JsonText.compact(document) : String.join("  ", parts);
  }

  private static void add(@Nullable Object value, List<String> parts) {
    if (value != null) {
      parts.add(value instanceof String text ? text : JsonText.compact(value));
    }
  }
}
