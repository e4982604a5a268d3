package ai.automagik.tracing.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Which build of the agent this is.
 *
 * @param version for people, for example {@code 0.1.0}
 * @param content a hash of the jar's content
 */
record Build(String version, String content) {
  private static final String RESOURCE = "META-INF/automagik.build";

  /** That of the running jar; {@code unknown} outside of one. */
  static Build running() {
    try (InputStream in = Build.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in != null) {
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String version = lines.readLine();
        String content = lines.readLine();
        if (version != null && content != null && content.length() >= 16) {
          return new Build(version, content.substring(0, 16));
        }
      }
    } catch (IOException unreadable) {
      return new Build("unknown", "unknown");
    }
    return new Build("unknown", "unknown");
  }
}
