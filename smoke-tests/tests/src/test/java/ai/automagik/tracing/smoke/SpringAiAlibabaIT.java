package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;

/** Agents and graphs of Spring AI Alibaba: whole, failing, interrupted, cancelled, forgotten. */
final class SpringAiAlibabaIT {
  @OnPlatforms
  void agentsAndGraphs(Platform platform) throws IOException {
    Golden.assertSame(Sample.SPRING_AI_ALIBABA, platform);
  }
}
