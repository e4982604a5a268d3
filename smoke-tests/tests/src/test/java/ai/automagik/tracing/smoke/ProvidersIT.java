package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.ProviderScenarios;
import java.io.IOException;
import java.util.List;

/**
 * The models of one provider after the other, each on its own wire: answers, thoughts, tools,
 * cached tokens and every fault, at once and streamed.
 */
final class ProvidersIT {
  private static final FakeLlmServer SERVER = ProviderScenarios.conversation().start();

  @OnPlatforms
  void anthropic(Platform platform) throws IOException {
    Golden.assertSame(sample("AnthropicApp"), platform);
  }

  @OnPlatforms
  void gemini(Platform platform) throws IOException {
    Golden.assertSame(sample("GeminiApp"), platform);
  }

  @OnPlatforms
  void mistral(Platform platform) throws IOException {
    Golden.assertSame(sample("MistralApp"), platform);
  }

  @OnPlatforms
  void ollama(Platform platform) throws IOException {
    Golden.assertSame(sample("OllamaApp"), platform);
  }

  @OnPlatforms
  void openAi(Platform platform) throws IOException {
    Golden.assertSame(sample("OpenAiApp"), platform);
  }

  private static Sample sample(String simpleName) {
    return new Sample(
        "providers", "com.example.providers." + simpleName, () -> List.of(SERVER.rootUrl()));
  }
}
