package ai.automagik.tracing.smoke;

import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Quarkus program, whose AI services are Quarkus's own. */
final class QuarkusIT {
  private static final Path JAR =
      Lab.MODULES.resolve("quarkus-app/target/quarkus-app/quarkus-run.jar");

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void fastJar(int java) throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result plain = run(java, Lab.bare());
    JavaProgram.Result traced = run(java, Lab.bare().home(home).jvmArguments(Lab.agent()));
    Golden.assertSame("QuarkusApp", plain, new Sample.Traced(traced, new Recording(home)));
  }

  private static JavaProgram.Result run(int java, JavaProgram.Builder program)
      throws InterruptedException {
    return program
        .javaHome(JavaHomes.find(java).orElseThrow())
        .jvmArguments("-Dquarkus.langchain4j.openai.base-url=" + Lab.Servers.STREAM.baseUrl())
        .jar(JAR)
        .run(Lab.TIMEOUT_MILLIS);
  }
}
