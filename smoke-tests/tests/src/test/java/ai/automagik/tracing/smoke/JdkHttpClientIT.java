package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Servers;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls of models with the JDK's HTTP client alone. */
final class JdkHttpClientIT {

  static List<Integer> javas() {
    return Lab.javas();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void everyWayToSend(int java) throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    Golden.assertSame(
        "JdkHttpApp",
        program(java).run(Lab.TIMEOUT_MILLIS),
        new Sample.Traced(
            program(java).home(home).jvmArguments(Lab.agent()).run(Lab.TIMEOUT_MILLIS),
            new Recording(home)));
  }

  @Test
  void theModuleCanBeSwitchedOff() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        program(Lab.javas().get(0))
            .home(home)
            .jvmArguments(Lab.agent(), "-Dautomagik.modules.disabled=http-jdk")
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.exitCode()).isZero();
    assertThat(home.resolve(".automagik/spool")).doesNotExist();
  }

  @Test
  void endpointsOfTheUserAreModelsToo() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        program(Lab.javas().get(0))
            .home(home)
            .jvmArguments(
                Lab.agent(),
                "-Dautomagik.http.llm-endpoints=127.0.0.1/v1/other=openai.chat,/nonsense")
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.stderrText())
        .isEqualTo(
            "automagik-tracing: system property automagik.http.llm-endpoints: \"/nonsense\" is not"
                + " host[:port]/path=dialect; it is left out\n");
    assertThat(new Recording(home).spans())
        .filteredOn(span -> span.name().equals("chat x"))
        .singleElement()
        .satisfies(
            span ->
                assertThat(span.attributes().number("http.response.status_code")).isEqualTo(404L));
  }

  private static JavaProgram.Builder program(int java) {
    return Lab.bare()
        .javaHome(JavaHomes.find(java).orElseThrow())
        .classPath(Lab.PROGRAMS)
        .mainClass("com.example.programs.JdkHttpApp")
        .arguments(Servers.BROKEN.baseUrl());
  }
}
