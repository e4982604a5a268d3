package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.testing.FakeLlmServer;
import ai.automagik.tracing.testing.HttpScenarios;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are no calls of models, where the user wants to see them. */
final class HttpSpansIT {
  private static final FakeLlmServer SERVER = HttpScenarios.all().start();

  private static final String ALL = "-Dautomagik.http.spans=all";

  @Test
  void everyClient() throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    Golden.assertSame(
        "EveryRequestApp",
        program(Lab.freshHome()).run(Lab.TIMEOUT_MILLIS),
        new Sample.Traced(
            program(home, Lab.agent(), ALL).run(Lab.TIMEOUT_MILLIS), new Recording(home)));
  }

  @Test
  void nobodyAsked() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result = program(home, Lab.agent()).run(Lab.TIMEOUT_MILLIS);

    assertThat(result.exitCode()).as(result.stderrText()).isZero();
    assertThat(home.resolve(".automagik/spool")).doesNotExist();
  }

  /** Those that have programs of their own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "reactor-netty com.example.netty.ReactorNettyApp",
        "okhttp com.example.okhttp.OkHttpApp"
      })
  void amongCallsOfModels(String program) throws InterruptedException {
    String[] familyAndClass = program.split(" ");
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        program(familyAndClass[0], familyAndClass[1], home, Lab.agent(), ALL)
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.exitCode()).as(result.stderrText()).isZero();
    List<String> plain = new ArrayList<>();
    for (Span span : new Recording(home).spans()) {
      if (span.attributes().text("http.request.method") != null) {
        plain.add(span.name() + " " + span.attributes().number("http.response.status_code"));
      }
    }
    assertThat(plain).contains("POST 404", "GET 405");
  }

  private static JavaProgram.Builder program(Path home, String... jvmArguments) {
    return program("http-clients", "com.example.clients.EveryRequestApp", home, jvmArguments);
  }

  private static JavaProgram.Builder program(
      String family, String mainClass, Path home, String... jvmArguments) {
    JavaProgram.Builder program =
        Lab.bare()
            .home(home)
            .classPath(Lab.MODULES.resolve(family + "-app/target/" + family + "-app.jar"))
            .classPathFolder(Library.NEWEST.folder(family))
            .mainClass(mainClass)
            .arguments(SERVER.baseUrl(), SERVER.baseUrl());
    Arrays.stream(jvmArguments).forEach(program::jvmArguments);
    return program;
  }
}
