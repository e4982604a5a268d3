package ai.automagik.tracing.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Servers;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Agents of Embabel with their actions, model calls and tools. It is compiled for Java 21, which
 * the JDK of the build need not know, so the JDK that runs the program compiles it too.
 */
final class EmbabelIT {
  private static final int JAVA = 25;

  @Test
  void agents(@TempDir Path classes) throws IOException, InterruptedException {
    Optional<Path> javaHome = JavaHomes.find(JAVA);
    assumeTrue(javaHome.isPresent(), "there is no JDK " + JAVA);
    compile(javaHome.get(), classes);

    JavaProgram.Result plain = program(javaHome.get(), classes).run(Lab.TIMEOUT_MILLIS);
    Path home = Lab.freshHome();
    JavaProgram.Result traced =
        program(javaHome.get(), classes)
            .home(home)
            .jvmArguments(Lab.agent())
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(plain.exitCode()).as(plain.toString()).isZero();
    Golden.assertSame("EmbabelApp-newest", plain, new Sample.Traced(traced, new Recording(home)));
  }

  private static JavaProgram.Builder program(Path javaHome, Path classes) {
    return Lab.bare()
        .javaHome(javaHome)
        .classPath(classes)
        .classPathFolder(Library.NEWEST.folder("embabel"))
        .mainClass("com.example.embabel.EmbabelApp")
        .arguments(Servers.AGENTS.rootUrl());
  }

  private static void compile(Path javaHome, Path classes)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                javaHome.resolve("bin/javac").toString(),
                "-proc:none",
                "-parameters",
                "--class-path",
                Library.NEWEST.folder("embabel").resolve("*").toString(),
                "-d",
                classes.toString()));
    Path sources = Lab.MODULES.resolve("embabel-app/src/main/java/com/example/embabel");
    Lab.list(sources).forEach(source -> command.add(source.toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String messages = new String(javac.getInputStream().readAllBytes(), UTF_8);
    assertThat(javac.waitFor()).as(messages).isZero();
  }
}
