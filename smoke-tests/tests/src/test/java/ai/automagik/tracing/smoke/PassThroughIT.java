package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests and responses are, byte for byte, what they are without the agent: on the wire and in
 * the program.
 */
final class PassThroughIT {

  static Stream<Arguments> clients() {
    List<String> clients =
        List.of(
            "jdk",
            "jdk-async",
            "url-connection",
            "url-connection-streaming",
            "com.example.netty.Posts",
            "com.example.clients.Apache4Posts",
            "com.example.clients.Apache5Posts",
            "com.example.clients.Apache5AsyncPosts");
    return Lab.javas().stream()
        .flatMap(java -> clients.stream().map(client -> Arguments.of(java, client)));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void nothingChanges(int java, String client) throws IOException, InterruptedException {
    try (RawServer server = new RawServer()) {
      JavaProgram.Result plain = program(java, client, server).run(Lab.TIMEOUT_MILLIS);
      List<String> plainRequests = server.takeRequests();
      Path home = Lab.freshHome();
      JavaProgram.Result traced =
          program(java, client, server)
              .home(home)
              .jvmArguments(Lab.agent())
              .run(Lab.TIMEOUT_MILLIS);

      assertThat(plain.exitCode()).as(plain.stderrText()).isZero();
      assertThat(traced).isEqualTo(plain);
      assertThat(server.takeRequests()).isEqualTo(plainRequests).hasSizeGreaterThan(14);
      new Recording(home).assertOrderlyEnd();
    }
  }

  /** A client of a library is named by a class of that library's sample programs. */
  private static JavaProgram.Builder program(int java, String client, RawServer server) {
    JavaProgram.Builder program =
        Lab.bare()
            .javaHome(JavaHomes.find(java).orElseThrow())
            .mainClass("com.example.programs.PassThrough")
            .arguments(client, server.url());
    if (client.indexOf('.') < 0) {
      return program.classPath(Lab.PROGRAMS);
    }
    String family = client.contains("netty") ? "reactor-netty" : "http-clients";
    return program
        .classPath(Lab.PROGRAMS, Lab.MODULES.resolve(family + "-app/target/" + family + "-app.jar"))
        .classPathFolder(Lab.Library.NEWEST.folder(family));
  }
}
