package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.HttpScenarios;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Model calls by the SDKs of clouds and of servers that speak a dialect of their own. */
final class VendorsIT {
  private static final FakeLlmServer SERVER = HttpScenarios.all().start();

  static List<Platform> platforms() {
    return Lab.platforms();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void bedrock(Platform platform) throws IOException {
    Golden.assertSame(sample("BedrockApp"), platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void others(Platform platform) throws IOException {
    Golden.assertSame(sample("VendorsApp"), platform);
  }

  static List<Platform> newestLibraries() {
    return platforms().stream().filter(platform -> platform.library() == Library.NEWEST).toList();
  }

  /** LangChain4j's span owns the call that the SDK makes for it. */
  @ParameterizedTest
  @MethodSource("newestLibraries")
  void bedrockUnderLangChain4j(Platform platform) throws IOException {
    Golden.assertSame(
        new Sample(
            "vendors",
            Library.NEWEST,
            "com.example.vendors.BedrockChatApp",
            () -> List.of(SERVER.rootUrl())),
        platform);
  }

  private static Sample sample(String simpleName) {
    return new Sample(
        "vendors", "com.example.vendors." + simpleName, () -> List.of(SERVER.rootUrl()));
  }
}
