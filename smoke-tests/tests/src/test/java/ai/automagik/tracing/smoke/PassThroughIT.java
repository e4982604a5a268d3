package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests and responses are, byte for byte, what they are without the agent: on the wire and in
 * the program.
 */
final class PassThroughIT {

  /** Those of libraries are named by a class of that library's sample programs. */
  private static final List<String> CLIENTS =
      List.of(
          "jdk",
          "jdk-async",
          "url-connection",
          "url-connection-streaming",
          "com.example.netty.Posts",
          "com.example.clients.Apache4Posts",
          "com.example.clients.Apache5Posts",
          "com.example.clients.Apache5AsyncPosts");

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void nothingChanges(int java) throws IOException, InterruptedException {
    try (RawServer server = new RawServer()) {
      JavaProgram.Result plain = program(java, server).run(Lab.TIMEOUT_MILLIS);
      List<String> plainRequests = server.takeRequests();
      Path home = Lab.freshHome();
      JavaProgram.Result traced =
          program(java, server).home(home).jvmArguments(Lab.agent()).run(Lab.TIMEOUT_MILLIS);

      assertThat(plain.exitCode()).as(plain.stderrText()).isZero();
      assertThat(traced).isEqualTo(plain);
      assertThat(server.takeRequests())
          .isEqualTo(plainRequests)
          .hasSizeGreaterThan(14 * CLIENTS.size());
      Recording recording = new Recording(home);
      recording.assertOrderlyEnd();
      assertThat(recording.spans()).hasSizeGreaterThanOrEqualTo(15 * CLIENTS.size());
    }
  }

  private static JavaProgram.Builder program(int java, RawServer server) {
    return Lab.bare()
        .javaHome(JavaHomes.find(java).orElseThrow())
        .mainClass("com.example.programs.PassThrough")
        .arguments(server.url())
        .arguments(CLIENTS.toArray(new String[0]))
        .classPath(Lab.PROGRAMS, app("reactor-netty"), app("http-clients"))
        .classPathFolder(Lab.Library.NEWEST.folder("reactor-netty"))
        .classPathFolder(Lab.Library.NEWEST.folder("http-clients"));
  }

  private static Path app(String family) {
    return Lab.MODULES.resolve(family + "-app/target/" + family + "-app.jar");
  }
}
