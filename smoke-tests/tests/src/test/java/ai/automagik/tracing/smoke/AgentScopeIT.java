package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;

/** Agents of AgentScope with their model calls and tools. */
final class AgentScopeIT {
  @OnPlatforms
  void agents(Platform platform) throws IOException {
    Golden.assertSame(Sample.AGENTSCOPE, platform);
  }
}
