package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.HttpScenarios;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agents of the Agent Development Kit, with the tools and model calls beneath them. */
final class GoogleAdkIT {
  private static final FakeLlmServer SERVER = HttpScenarios.all().start();

  private static final Sample GEMINI =
      new Sample("adk", "com.example.adk.GeminiGuideApp", () -> List.of(SERVER.rootUrl()));

  static List<Platform> platforms() {
    return Lab.platforms();
  }

  /** Tools, streams, failures, agents of agents; with a model of the program's own. */
  @ParameterizedTest
  @MethodSource("platforms")
  void anOwnModel(Platform platform) throws IOException {
    Golden.assertSame(Sample.ADK_GUIDE, platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void geminiOverHttp(Platform platform) throws IOException {
    Golden.assertSame(GEMINI, platform);
  }
}
