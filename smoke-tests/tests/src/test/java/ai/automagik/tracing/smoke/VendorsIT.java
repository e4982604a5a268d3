package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.HttpScenarios;
import java.io.IOException;
import java.util.List;

/** Model calls by the SDKs of clouds and of servers that speak a dialect of their own. */
final class VendorsIT {
  private static final FakeLlmServer SERVER = HttpScenarios.all().start();

  @OnPlatforms
  void bedrock(Platform platform) throws IOException {
    Golden.assertSame(sample("BedrockApp"), platform);
  }

  @OnPlatforms
  void others(Platform platform) throws IOException {
    Golden.assertSame(sample("VendorsApp"), platform);
  }

  /** LangChain4j's span owns the call that the SDK makes for it. */
  @OnNewest
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
