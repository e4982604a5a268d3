package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.LlmReply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests, messages and commands: those that need a model are spans, and no others. */
final class EntryIT {

  static List<Platform> platforms() {
    return Lab.platforms();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void servers(Platform platform) throws IOException {
    assertSame(Library.FLOOR, "ServersApp", platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void picocli(Platform platform) throws IOException {
    assertSame(Library.FLOOR, "CommandsApp", platform);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void springShell(Platform platform) throws IOException {
    boolean newest = platform.library() == Library.NEWEST;
    assertSame(platform.library(), newest ? "ShellApp" : "OldShellApp", platform);
  }

  private static void assertSame(Library oldest, String app, Platform platform) throws IOException {
    LlmReply reply = LlmReply.text("Streams arrive piece by piece.");
    try (FakeLlmServer server = FakeLlmServer.builder().otherwise(reply).start()) {
      Golden.assertSame(
          new Sample("entry", oldest, "com.example.entry." + app, () -> List.of(server.baseUrl())),
          platform);
    }
  }
}
