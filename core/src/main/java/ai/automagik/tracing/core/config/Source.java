package ai.automagik.tracing.core.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place where settings may stand, and the spelling of names there. Immutable. */
final class Source {
  /** Found text and its place, for people. */
  record Entry(String text, String place) {}

  private enum Spelling {
    ARGUMENT,
    PROPERTY,
    VARIABLE
  }

  private final String place;
  private final Spelling spelling;
  private final Map<String, String> values;

  private Source(String place, Spelling spelling, Map<String, String> values) {
    this.place = place;
    this.spelling = spelling;
    this.values = values;
  }

  static Source arguments(Map<String, String> values) {
    return new Source("agent argument", Spelling.ARGUMENT, values);
  }

  static Source properties(Map<String, String> values) {
    return properties("system property", values);
  }

  static Source properties(String place, Map<String, String> values) {
    return new Source(place, Spelling.PROPERTY, values);
  }

  static Source variables(String place, Map<String, String> values) {
    return new Source(place, Spelling.VARIABLE, values);
  }

  /**
   * The option's text in this place under its own name or an alias; null when it is absent or
   * empty.
   */
  @Nullable Entry find(Option<?> option) {
    if (values.isEmpty()) {
      return null;
    }
    Entry found = find(ownKey(option));
    if (found != null || spelling == Spelling.ARGUMENT) {
      return found != null || option != Options.SERVICE_NAME ? found : find("service");
    }
    for (String alias : option.aliases()) {
      found = find(spelling == Spelling.VARIABLE ? Option.variable(alias) : alias);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Entry find(String key) {
    String text = values.get(key);
    return text == null || text.isBlank() ? null : new Entry(text, place + " " + key);
  }

  private String ownKey(Option<?> option) {
    return switch (spelling) {
      case ARGUMENT -> option.name();
      case PROPERTY -> option.property();
      case VARIABLE -> option.variable();
    };
  }
}
