package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Spring Boot program with LangChain4j's starters, in each of the ways in which one is run. */
final class SpringBootIT {
  private static final Path TARGET = Sample.SPRING_BOOT.jar().resolveSibling("");

  @OnPlatforms
  void classPath(Platform platform) throws IOException {
    Golden.assertSame(Sample.SPRING_BOOT, platform);
  }

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void executableJar(int java) throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    Path jar = TARGET.resolve("springboot-app-exec.jar");
    JavaProgram.Result plain = run(java, Lab.bare().jar(jar));
    assertThat(plain.stdoutText()).startsWith("LaunchedClassLoader");
    Golden.assertSame(
        "SpringBootApp-newest",
        plain,
        new Sample.Traced(run(java, traced(home).jar(jar)), new Recording(home)));
  }

  /** Spring Boot's developer tools load the program's own classes, and run it, anew. */
  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void developerTools(int java) throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result plain = run(java, developed(Lab.bare()));
    assertThat(plain.stdoutText()).startsWith("RestartClassLoader");
    Golden.assertSame(
        "SpringBootApp-devtools",
        plain,
        new Sample.Traced(run(java, developed(traced(home))), new Recording(home)));
  }

  private static JavaProgram.Builder developed(JavaProgram.Builder program) {
    return program
        .classPath(TARGET.resolve("classes"))
        .classPathFolder(TARGET.resolve("devtools"))
        .classPathFolder(Sample.SPRING_BOOT.libraries(Library.NEWEST))
        .mainClass(Sample.SPRING_BOOT.mainClass());
  }

  private static JavaProgram.Builder traced(Path home) {
    return Lab.bare()
        .home(home)
        .jvmArguments(Lab.agent(), "-Dautomagik.service.name=SpringBootApp");
  }

  private static JavaProgram.Result run(int java, JavaProgram.Builder program)
      throws InterruptedException {
    return program
        .javaHome(JavaHomes.find(java).orElseThrow())
        .arguments(Sample.SPRING_BOOT.arguments().get().toArray(new String[0]))
        .run(Lab.TIMEOUT_MILLIS);
  }
}
