package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;

/** Runs of LangGraph4j's graphs: whole, failing, interrupted, cancelled, forgotten. */
final class LangGraph4jIT {
  @OnPlatforms
  void graphs(Platform platform) throws IOException {
    Golden.assertSame(Sample.LANGGRAPH4J, platform);
  }
}
