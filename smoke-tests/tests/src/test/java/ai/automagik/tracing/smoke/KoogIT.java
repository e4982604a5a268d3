package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agents of Koog with their model calls and tools, and its executors without one. */
final class KoogIT {
  /** The oldest version on the oldest JDK only. */
  static List<Platform> platforms() {
    int oldest = Lab.javas().get(0);
    return Lab.platforms().stream()
        .filter(platform -> platform.library() == Library.NEWEST || platform.java() == oldest)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void agents(Platform platform) throws IOException {
    Golden.assertSame(Sample.KOOG, platform);
  }
}
