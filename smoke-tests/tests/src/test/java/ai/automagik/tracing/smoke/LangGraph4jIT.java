package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of LangGraph4j's graphs: whole, failing, interrupted, cancelled, forgotten. */
final class LangGraph4jIT {
  static List<Platform> platforms() {
    return Lab.platforms();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void graphs(Platform platform) throws IOException {
    Golden.assertSame(Sample.LANGGRAPH4J, platform);
  }
}
