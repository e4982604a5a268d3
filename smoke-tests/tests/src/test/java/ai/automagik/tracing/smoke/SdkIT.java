package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.HttpScenarios;
import java.io.IOException;
import java.util.List;

/** Model calls by the providers' own SDKs: one span each, whatever number of requests it takes. */
final class SdkIT {
  private static final FakeLlmServer SERVER = HttpScenarios.all().start();

  @OnPlatforms
  void openAi(Platform platform) throws IOException {
    Golden.assertSame(sample("OpenAiSdkApp"), platform);
  }

  @OnPlatforms
  void anthropic(Platform platform) throws IOException {
    Golden.assertSame(sample("AnthropicSdkApp"), platform);
  }

  private static Sample sample(String simpleName) {
    return new Sample(
        "sdk", "com.example.sdk." + simpleName, () -> List.of(SERVER.baseUrl(), SERVER.rootUrl()));
  }
}
