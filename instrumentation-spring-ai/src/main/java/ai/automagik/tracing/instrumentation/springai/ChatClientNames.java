package ai.automagik.tracing.instrumentation.springai;

import ai.automagik.tracing.core.trace.WeakMap;
import org.jspecify.annotations.Nullable;

/**
 * How the application calls its chat clients: by the names of their beans. What a client makes for
 * one question, and what that makes for one answer, goes by the same name. Thread-safe; keeps none
 * of those alive.
 */
public final class ChatClientNames {
  private static final WeakMap<String> NAMES = new WeakMap<>();

  private ChatClientNames() {}

  public static void put(Object client, String name) {
    NAMES.put(client, name);
  }

  /** The name of a client, or of what it made; null when it is no bean. */
  public static @Nullable String of(Object client) {
    return NAMES.isEmpty() ? null : NAMES.get(client);
  }

  /** Passes the name of a client on to what it has made. */
  public static void pass(Object from, @Nullable Object to) {
    String name = of(from);
    if (name != null && to != null) {
      NAMES.put(to, name);
    }
  }
}
