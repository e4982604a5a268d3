package ai.automagik.tracing.viewer;

import ai.automagik.tracing.store.Attributes;
import ai.automagik.tracing.store.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the messages of a span, and tells those that an earlier span has shown. */
final class Messages {
  private static final String ROLE = "role";

  private Messages() {}

  /** Returns what went into a model: system instructions first. */
  static List<Map<?, ?>> input(Attributes attributes) {
    List<Map<?, ?>> messages = new ArrayList<>();
    if (attributes.values().containsKey(GenAi.SYSTEM_INSTRUCTIONS)) {
      Object instructions = json(attributes.values().get(GenAi.SYSTEM_INSTRUCTIONS));
      messages.add(message("system", instructions));
    }
    messages.addAll(list(attributes.values().get(GenAi.INPUT_MESSAGES), "input"));
    return messages;
  }

  /** Returns what came out of a model. */
  static List<Map<?, ?>> output(Attributes attributes) {
    return list(attributes.values().get(GenAi.OUTPUT_MESSAGES), "output");
  }

  /**
   * Returns how many messages at the start of a conversation are known from its earlier part. A
   * memory that forgets old messages is understood: those left must come in the same order.
   */
  static int knownCount(List<Map<?, ?>> messages, List<Map<?, ?>> earlier) {
    int position = 0;
    for (int count = 0; count < messages.size(); count++) {
      while (position < earlier.size() && !same(messages.get(count), earlier.get(position))) {
        position++;
      }
      if (position == earlier.size()) {
        return count;
      }
      position++;
    }
    return messages.size();
  }

  /** Returns the value of an attribute, parsed if it is the text of a JSON object or array. */
  static @Nullable Object json(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    String trimmed = text.stripLeading();
    if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
      return text;
    }
    try {
      return Json.parse(text);
    } catch (JacksonException e) {
      return text;
    }
  }

  private static List<Map<?, ?>> list(@Nullable Object value, String role) {
    List<Map<?, ?>> messages = new ArrayList<>();
    Object parsed = json(value);
    if (parsed instanceof List<?> list) {
      for (Object element : list) {
        messages.add(element instanceof Map<?, ?> message ? message : message(role, element));
      }
    } else if (parsed != null) {
      messages.add(message(role, parsed));
    }
    return messages;
  }

  private static Map<String, @Nullable Object> message(String role, @Nullable Object content) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put(ROLE, role);
    message.put(content instanceof List ? "parts" : "content", content);
    return message;
  }

  private static boolean same(Map<?, ?> message, Map<?, ?> other) {
    return equal(message, other, ROLE)
        && equal(message, other, "parts")
        && equal(message, other, "content");
  }

  private static boolean equal(Map<?, ?> message, Map<?, ?> other, String key) {
    return Objects.equals(message.get(key), other.get(key));
  }
}
