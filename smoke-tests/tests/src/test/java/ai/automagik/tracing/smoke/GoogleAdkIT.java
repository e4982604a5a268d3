package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.HttpScenarios;
import java.io.IOException;
import java.util.List;

/** Agents of the Agent Development Kit, with the tools and model calls beneath them. */
final class GoogleAdkIT {
  private static final FakeLlmServer SERVER = HttpScenarios.all().start();

  private static final Sample GEMINI =
      new Sample("adk", "com.example.adk.GeminiGuideApp", () -> List.of(SERVER.rootUrl()));

  /** Tools, streams, failures, agents of agents; with a model of the program's own. */
  @OnPlatforms
  void anOwnModel(Platform platform) throws IOException {
    Golden.assertSame(Sample.ADK_GUIDE, platform);
  }

  @OnPlatforms
  void geminiOverHttp(Platform platform) throws IOException {
    Golden.assertSame(GEMINI, platform);
  }
}
