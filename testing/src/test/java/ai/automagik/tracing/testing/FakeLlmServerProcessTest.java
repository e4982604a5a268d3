package ai.automagik.tracing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs {@link FakeLlmServer#main} in a process of its own. */
class FakeLlmServerProcessTest {

  private static final long TIMEOUT_MILLIS = 60_000;

  @Test
  void servesAScenarioUntilStdinCloses() throws Exception {
    try (JavaProgram server = server("loop").start()) {
      String line = server.awaitLine("listening on ", TIMEOUT_MILLIS);
      assertThat(line).matches("listening on 127\\.0\\.0\\.1:\\d+");
      URI uri =
          URI.create("http://" + line.substring("listening on ".length()) + "/v1/chat/completions");
      String reply =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(uri)
                      .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"m\"}"))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      assertThat(reply).contains("pong");

      server.closeStdin();
      JavaProgram.Result result = server.awaitExit(TIMEOUT_MILLIS);
      assertThat(result.exitCode()).isZero();
      assertThat(result.stdoutText()).isEqualTo(line + System.lineSeparator());
      assertThat(result.stderrText()).isEmpty();
    }
  }

  @Test
  void stopsWhenIdle() throws Exception {
    try (JavaProgram server = server("demo", "0").start()) {
      assertThat(server.awaitExit(TIMEOUT_MILLIS).exitCode()).isZero();
    }
  }

  @Test
  void refusesAnUnknownScenario() throws Exception {
    JavaProgram.Result result = server("unknown").run(TIMEOUT_MILLIS);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stderrText()).startsWith("usage: ");
  }

  private static JavaProgram.Builder server(String... arguments) {
    return JavaProgram.builder()
        .classPath(
            location(FakeLlmServer.class), location(tools.jackson.core.json.JsonFactory.class))
        .mainClass(FakeLlmServer.class.getName())
        .arguments(arguments);
  }

  private static Path location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
