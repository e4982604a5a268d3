package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM that lets nobody define a class in {@code java.lang}: the dispatcher comes another way. */
final class FallbackIT {
  private static final int CALLS = 3;

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void tracesAllTheSame(int java) throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    Path jar = home.resolve("refused.jar");
    Files.copy(Lab.AGENT, jar);
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      // What the JVM says to a damaged class file stands for any other refusal.
      Files.write(
          content.getPath("agent/java/lang/AutomagikDispatcher.classdata"), new byte[] {1, 2, 3});
    }

    JavaProgram.Result result =
        Lab.plain()
            .home(home)
            .jvmArguments(Lab.agent(jar))
            .javaHome(JavaHomes.find(java).orElseThrow())
            .mainClass(Sample.LOOP.mainClass())
            .arguments(Lab.Servers.LOOP.baseUrl(), String.valueOf(CALLS))
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.exitCode()).isZero();
    // The JVM's own remark, which is why this is not the first way.
    assertThat(result.stderrText().lines())
        .allMatch(line -> line.contains("bootstrap classpath has been appended"));
    Recording recording = new Recording(home);
    assertThat(recording.spans()).hasSize(CALLS);
    assertThat(recording.module("langchain4j").get("state")).isEqualTo("plugged");
    // Woven classes name this dispatcher, which the next start may not have.
    assertThat(Files.exists(recording.home().resolve("cache"))).isFalse();
  }
}
