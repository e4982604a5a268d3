package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agents and graphs of Spring AI Alibaba: whole, failing, interrupted, cancelled, forgotten. */
final class SpringAiAlibabaIT {
  static List<Platform> platforms() {
    return Lab.platformsOfFrameworks();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void agentsAndGraphs(Platform platform) throws IOException {
    Golden.assertSame(Sample.SPRING_AI_ALIBABA, platform);
  }
}
