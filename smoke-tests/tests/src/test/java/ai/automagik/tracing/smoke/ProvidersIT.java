package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.ProviderScenarios;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models of one provider after the other, each on its own wire: answers, thoughts, tools,
 * cached tokens and every fault, at once and streamed.
 */
final class ProvidersIT {
  private static final FakeLlmServer SERVER = ProviderScenarios.conversation().start();

  static List<Platform> platforms() {
    return Lab.platforms();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void anthropic(Platform platform) throws IOException {
    Golden.assertSame(sample("AnthropicApp"), platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void gemini(Platform platform) throws IOException {
    Golden.assertSame(sample("GeminiApp"), platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void mistral(Platform platform) throws IOException {
    Golden.assertSame(sample("MistralApp"), platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void ollama(Platform platform) throws IOException {
    Golden.assertSame(sample("OllamaApp"), platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void openAi(Platform platform) throws IOException {
    Golden.assertSame(sample("OpenAiApp"), platform);
  }

  private static Sample sample(String simpleName) {
    return new Sample(
        "providers", "com.example.providers." + simpleName, () -> List.of(SERVER.rootUrl()));
  }
}
