package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;

/** Agents of Koog with their model calls and tools, and its executors without one. */
final class KoogIT {
  @OnPlatforms
  void agents(Platform platform) throws IOException {
    Golden.assertSame(Sample.KOOG, platform);
  }
}
