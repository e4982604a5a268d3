package ai.automagik.tracing.instrumentation.entry.springshell.advice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What commands there are in Spring Shell 3. It is asked only for a command that is recorded. */
final class Catalog {
  private static final String TYPE = "org.springframework.shell.command.CommandCatalog";

  private Catalog() {}

  /** The first words that together are the name of a command; null when there are none. */
  static @Nullable String longestName(Object catalog, String[] words) {
    Map<?, ?> commands = registrations(catalog);
    String name = null;
    StringBuilder joined = new StringBuilder();
    for (String word : words) {
      joined.append(joined.isEmpty() ? "" : " ").append(word);
      if (commands.containsKey(joined.toString())) {
        name = joined.toString();
      }
    }
    return name;
  }

  private static Map<?, ?> registrations(Object catalog) {
    try {
      Object registrations =
          Class.forName(TYPE, false, catalog.getClass().getClassLoader())
              .getMethod("getRegistrations")
              .invoke(catalog);
      return registrations instanceof Map<?, ?> map ? map : Map.of();
    } catch (ReflectiveOperationException otherVersion) {
      return Map.of();
    }
  }
}
