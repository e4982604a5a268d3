package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.AgentScenarios;
import ai.automagik.tracing.testing.FakeLlmServer;
import java.io.IOException;
import java.util.List;

/** Chat clients, models, tools and vector stores of Spring AI, in a Spring Boot program. */
final class SpringAiIT {

  /** With a server of its own: a request of another program would break its streams off. */
  @OnPlatforms
  void clientsAndModels(Platform platform) throws IOException {
    try (FakeLlmServer server = AgentScenarios.all().start()) {
      Golden.assertSame(
          new Sample(
              "spring-ai", "com.example.springai.SpringAiApp", () -> List.of(server.rootUrl())),
          platform);
    }
  }
}
