package ai.automagik.tracing.smoke;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.LlmReply;
import java.io.IOException;
import java.util.List;

/** Requests, messages and commands: those that need a model are spans, and no others. */
final class EntryIT {

  @OnPlatforms
  void servers(Platform platform) throws IOException {
    assertSame(Library.FLOOR, "ServersApp", platform);
  }

  @OnPlatforms
  void picocli(Platform platform) throws IOException {
    assertSame(Library.FLOOR, "CommandsApp", platform);
  }

  @OnPlatforms
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
