package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent beside itself and beside others. */
final class SeveralAgentsIT {

  @Test
  void attachingTheSameJarTwiceIsANoOp() throws InterruptedException {
    assertTracedOnce(Lab.AGENT);
  }

  @Test
  void attachingACopyOfTheJarIsANoOp() throws IOException, InterruptedException {
    Path folder = Lab.freshHome();
    assertTracedOnce(Files.copy(Lab.AGENT, folder.resolve("copy.jar")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherAgentMayTransformTheSameClassAgain(boolean otherFirst)
      throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    String other = Lab.agent(otherAgent());
    JavaProgram.Result result =
        Lab.plain()
            .home(home)
            .jvmArguments(otherFirst ? other : Lab.agent(), otherFirst ? Lab.agent() : other)
            .mainClass("com.example.programs.RetransformApp")
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.stdoutText()).isEqualTo("before\nafter\ntransformed 2 times\n");
    assertThat(result.stderr()).isEmpty();
    Recording recording = new Recording(home);
    recording.assertOrderlyEnd();
    assertThat(recording.spans()).hasSize(2);
  }

  private static void assertTracedOnce(Path secondJar) throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        Lab.traced(home)
            .jvmArguments(Lab.agent(secondJar))
            .mainClass(Sample.LOOP.mainClass())
            .arguments(Lab.Servers.LOOP.baseUrl(), "2")
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.exitCode()).isZero();
    assertThat(result.stdoutText()).isEqualTo("1 pong\n2 pong\n");
    assertThat(result.stderr()).isEmpty();
    Recording recording = new Recording(home);
    recording.assertOrderlyEnd();
    assertThat(recording.spans()).hasSize(2);
  }

  private static Path otherAgent() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", "com.example.programs.OtherAgent");
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = Lab.freshHome().resolve("other-agent.jar");
    // The class itself is on the class path of the program.
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }
}
