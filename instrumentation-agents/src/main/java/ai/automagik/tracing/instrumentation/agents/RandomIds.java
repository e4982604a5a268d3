package ai.automagik.tracing.instrumentation.agents;

import org.jspecify.annotations.Nullable;

/** Ids that frameworks make up for what has no name. Stateless. */
public final class RandomIds {
  private static final int UUID_CHARS = 36;

  private RandomIds() {}

  /** Whether it is a UUID, which nobody thinks of. */
  public static boolean isOne(@Nullable String id) {
    return id != null
        && id.length() == UUID_CHARS
        && id.charAt(8) == '-'
        && id.charAt(13) == '-'
        && id.charAt(18) == '-'
        && id.charAt(23) == '-';
  }
}
