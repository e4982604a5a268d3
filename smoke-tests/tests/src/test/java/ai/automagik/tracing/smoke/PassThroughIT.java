package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests and responses are, byte for byte, what they are without the agent: on the wire and in
 * the program.
 */
final class PassThroughIT {
  private static final String JDK = "jdk";

  /** By the sample program whose libraries they need; a client is named by a class of it. */
  private static final Map<String, List<String>> CLIENTS =
      Map.of(
          JDK,
          List.of("jdk", "jdk-async", "url-connection", "url-connection-streaming"),
          "reactor-netty",
          List.of("com.example.netty.Posts"),
          "async-clients",
          List.of(
              "com.example.async.VertxPosts",
              "com.example.async.JettyPosts",
              "com.example.async.AsyncHttpClientPosts"),
          "okhttp",
          List.of("com.example.okhttp.Posts"),
          "http-clients",
          List.of(
              "com.example.clients.Apache4Posts",
              "com.example.clients.Apache5Posts",
              "com.example.clients.Apache5AsyncPosts"));

  static Stream<Arguments> families() {
    return Lab.javas().stream()
        .flatMap(java -> CLIENTS.keySet().stream().map(family -> Arguments.of(java, family)));
  }

  @ParameterizedTest
  @MethodSource("families")
  void nothingChanges(int java, String family) throws IOException, InterruptedException {
    int clients = CLIENTS.get(family).size();
    try (RawServer server = new RawServer()) {
      JavaProgram.Result plain = program(java, family, server).run(Lab.TIMEOUT_MILLIS);
      List<String> plainRequests = server.takeRequests();
      Path home = Lab.freshHome();
      JavaProgram.Result traced =
          program(java, family, server)
              .home(home)
              .jvmArguments(Lab.agent())
              .run(Lab.TIMEOUT_MILLIS);

      assertThat(plain.exitCode()).as(plain.stderrText()).isZero();
      assertThat(traced).isEqualTo(plain);
      assertThat(server.takeRequests()).isEqualTo(plainRequests).hasSizeGreaterThan(14 * clients);
      Recording recording = new Recording(home);
      recording.assertOrderlyEnd();
      assertThat(recording.spans()).hasSizeGreaterThanOrEqualTo(15 * clients);
    }
  }

  private static JavaProgram.Builder program(int java, String family, RawServer server) {
    JavaProgram.Builder program =
        Lab.bare()
            .javaHome(JavaHomes.find(java).orElseThrow())
            .mainClass("com.example.programs.PassThrough")
            .arguments(server.url())
            .arguments(CLIENTS.get(family).toArray(new String[0]));
    return family.equals(JDK)
        ? program.classPath(Lab.PROGRAMS)
        : program
            .classPath(
                Lab.PROGRAMS, Lab.MODULES.resolve(family + "-app/target/" + family + "-app.jar"))
            .classPathFolder(Lab.Library.NEWEST.folder(family));
  }
}
