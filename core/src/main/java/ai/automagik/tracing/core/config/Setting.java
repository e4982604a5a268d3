package ai.automagik.tracing.core.config;

import org.jspecify.annotations.Nullable;

/**
 * What one option came to: its value and where the value is from.
 *
 * @param value null only when the option has no default and nobody set it
 * @param source for people: {@code default}, {@code environment AUTOMAGIK_HOME}, {@code ./.env},
 *     ...
 */
public record Setting<T>(Option<T> option, @Nullable T value, String source) {}
