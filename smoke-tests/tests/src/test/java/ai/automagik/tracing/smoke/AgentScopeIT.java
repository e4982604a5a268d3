package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agents of AgentScope with their model calls and tools. */
final class AgentScopeIT {
  static List<Platform> platforms() {
    return Lab.platforms();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void agents(Platform platform) throws IOException {
    Golden.assertSame(Sample.AGENTSCOPE, platform);
  }
}
