package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs are traced whatever loads their classes, and stay as collectable as they were. */
final class ClassLoaderIT {

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void springBootJar(int java) throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    Path jar = BootJar.write(home.resolveSibling(home.getFileName() + "-travel.jar"));
    assertTravelApp(
        java, home, bare(home, java).jvmArguments("-Dautomagik.service.name=TravelApp").jar(jar));
  }

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void modulePath(int java) throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    assertTravelApp(
        java,
        home,
        bare(home, java)
            .modulePath(Sample.TRAVEL.jar(), Sample.TRAVEL.libraries(Library.NEWEST))
            .jvmArguments("--add-modules", "ALL-MODULE-PATH,java.net.http")
            .module("langchain4j.app/" + Sample.TRAVEL.mainClass()));
  }

  /** One loader without a parent, two side by side, and twenty one after the other. */
  @ParameterizedTest
  @CsvSource({"null, 1", "platform, 2", "platform, 20", "null, 20"})
  void isolatedLoaders(String parent, int count) throws InterruptedException {
    for (int java : Lab.javas()) {
      Path home = Lab.freshHome();
      List<String> expected = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        expected.add("agent " + i);
        expected.add("model " + i);
      }
      expected.add("collected " + count + " of " + count);

      JavaProgram.Result result =
          bare(home, java)
              .classPath(Lab.PROGRAMS)
              .mainClass("com.example.programs.Loaders")
              .arguments(parent, String.valueOf(count), classPath())
              .run(Lab.TIMEOUT_MILLIS);

      assertThat(result.stdoutText().lines()).containsExactlyElementsOf(expected);
      assertThat(result.stderr()).isEmpty();
      Recording recording = new Recording(home);
      recording.assertOrderlyEnd();
      assertThat(recording.traces()).hasSize(2 * count);
      assertThat(recording.spans()).hasSize(3 * count);
      assertThat(recording.spans())
          .filteredOn(span -> span.name().equals("invoke_agent Echo.say"))
          .hasSize(count)
          .allSatisfy(
              span ->
                  assertThat(span.attributes().text("gen_ai.output.messages")).contains("agent"));
    }
  }

  /** Without the agent the same program gives the same lines, or the test above proves nothing. */
  @Test
  void isolatedLoadersWithoutAgent() throws InterruptedException {
    JavaProgram.Result result =
        Lab.bare()
            .classPath(Lab.PROGRAMS)
            .mainClass("com.example.programs.Loaders")
            .arguments("platform", "2", classPath())
            .run(Lab.TIMEOUT_MILLIS);
    assertThat(result.stdoutText()).endsWith("model 2\ncollected 2 of 2\n");
  }

  private static void assertTravelApp(int java, Path home, JavaProgram.Builder program)
      throws InterruptedException {
    Platform platform = new Platform(java, Library.NEWEST);
    JavaProgram.Result result =
        program
            .arguments(Sample.TRAVEL.arguments().get().toArray(new String[0]))
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result).isEqualTo(Sample.TRAVEL.plain(platform));
    Recording recording = new Recording(home);
    recording.assertOrderlyEnd();
    assertThat(TraceText.of(recording.traces()))
        .isEqualTo(TraceText.of(Sample.TRAVEL.traced(platform).recording().traces()));
  }

  private static JavaProgram.Builder bare(Path home, int java) {
    return Lab.bare()
        .javaHome(JavaHomes.find(java).orElseThrow())
        .home(home)
        .jvmArguments(Lab.agent());
  }

  private static String classPath() {
    return Stream.concat(
            Stream.of(Lab.PROGRAMS), Lab.list(Sample.TRAVEL.libraries(Library.NEWEST)).stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
