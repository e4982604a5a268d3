package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.HttpScenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Model calls by OkHttp alone: 3 is the floor, 5 the newest, and 4 is what most libraries bring.
 */
final class OkHttpIT {
  private static final FakeLlmServer SERVER = HttpScenarios.all().start();
  private static final FakeLlmServer COMPRESSING = HttpScenarios.compressed().start();

  static final Sample CALLS = sample("OkHttpApp");
  static final Sample OBSTACLES = sample("ObstaclesApp");

  @OnPlatforms
  void calls(Platform platform) throws IOException {
    Golden.assertSame(CALLS, platform);
  }

  @OnPlatforms
  void obstacles(Platform platform) throws IOException {
    Golden.assertSame(OBSTACLES, platform);
  }

  @Test
  void callsOfVersion4() throws IOException {
    assertSameOnVersion4(CALLS);
  }

  @Test
  void obstaclesOfVersion4() throws IOException {
    assertSameOnVersion4(OBSTACLES);
  }

  private static void assertSameOnVersion4(Sample sample) throws IOException {
    Platform platform = Lab.platforms().get(0);
    Path libraries = Lab.MODULES.resolve("libraries-okhttp-4/target/lib");
    Golden.assertSame(
        sample.simpleName() + "-4",
        sample.start(platform.javaHome(), libraries, false).result(),
        sample.start(platform.javaHome(), libraries, true));
  }

  private static Sample sample(String simpleName) {
    return new Sample(
        "okhttp",
        "com.example.okhttp." + simpleName,
        () -> List.of(SERVER.baseUrl(), COMPRESSING.baseUrl()));
  }
}
