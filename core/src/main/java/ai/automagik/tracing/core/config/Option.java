package ai.automagik.tracing.core.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, form, default and description. Immutable.
 *
 * <p>System property and environment variable follow from the name: {@code trace.queue.size} is
 * read from {@code automagik.trace.queue.size} and {@code AUTOMAGIK_TRACE_QUEUE_SIZE}. An alias is
 * a further property name whose variable follows the same rule without the prefix: {@code
 * otel.service.name}, {@code OTEL_SERVICE_NAME}.
 */
public final class Option<T> {
  private final String name;
  private final Parser<T> parser;
  private final @Nullable T defaultValue;
  private final List<String> aliases;
  private final String description;

  Option(
      String name,
      Parser<T> parser,
      @Nullable T defaultValue,
      String description,
      String... aliases) {
    this.name = name;
    this.parser = parser;
    this.defaultValue = defaultValue;
    this.description = description;
    this.aliases = List.of(aliases);
  }

  /** The name without prefix, for example {@code trace.queue.size}. */
  public String name() {
    return name;
  }

  /** The system property, for example {@code automagik.trace.queue.size}. */
  public String property() {
    return "automagik." + name;
  }

  /** The environment variable, for example {@code AUTOMAGIK_TRACE_QUEUE_SIZE}. */
  public String variable() {
    return variable(property());
  }

  /** Further property names, in order of precedence. */
  public List<String> aliases() {
    return aliases;
  }

  /** What the setting does, in one sentence. */
  public String description() {
    return description;
  }

  /** The accepted form in words. */
  public String form() {
    return parser.form();
  }

  /** The value without any setting; null when there is none. */
  public @Nullable T defaultValue() {
    return defaultValue;
  }

  @Nullable T parse(String text) {
    return parser.parse(text.trim());
  }

  static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  @Override
  public String toString() {
    return name;
  }
}
