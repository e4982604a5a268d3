package ai.automagik.tracing.instrumentation.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a session of HTTP is called where others can read it. */
final class Sessions {
  /** Enough to tell the sessions of one application from each other. */
  private static final int KEPT_BYTES = 8;

  private Sessions() {}

  /**
   * The conversation that a session is. Whoever knows the id of a session can take it over, and who
   * reads traces is not to be one of them: what is left of it is a hash.
   *
   * @return null where there is no session
   */
  static @Nullable String conversation(@Nullable String sessionId) {
    if (sessionId == null || sessionId.isEmpty()) {
      return null;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
      return "session-".concat(HexFormat.of().formatHex(hash, 0, KEPT_BYTES));
    } catch (NoSuchAlgorithmException impossible) { // every JVM has it
      return null;
    }
  }
}
