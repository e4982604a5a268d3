package ai.automagik.tracing.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProgramTest {

  private static final long TIMEOUT_MILLIS = 60_000;

  @TempDir private Path folder;

  @Test
  void controlsTheEnvironment() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path work = Files.createDirectory(folder.resolve("work"));
    JavaProgram.Result result =
        tiny("environment")
            .home(home)
            .workingFolder(work)
            .environment("GREETING", "hello")
            .run(TIMEOUT_MILLIS);

    assertThat(result.exitCode()).isZero();
    assertThat(result.stderrText()).isEmpty();
    assertThat(result.stdoutText().lines())
        .containsExactly("GREETING,HOME,PATH", home + " " + home, work.toRealPath() + " hello");
  }

  @Test
  void capturesBytesAndExitCode() throws Exception {
    JavaProgram.Result result = tiny("bytes").run(TIMEOUT_MILLIS);

    assertThat(result)
        .isEqualTo(
            new JavaProgram.Result(
                3, new byte[] {0, (byte) 0xff, '\n'}, new byte[] {'o', 'o', 'p', 's'}));
  }

  @Test
  void awaitsALineAndClosesStdin() throws Exception {
    try (JavaProgram program = tiny("wait").jvmArguments("-Dflag=up").start()) {
      assertThat(program.awaitLine("waiting", TIMEOUT_MILLIS)).isEqualTo("waiting up");
      assertThat(program.isAlive()).isTrue();
      program.closeStdin();
      assertThat(program.awaitExit(TIMEOUT_MILLIS).stdoutText()).endsWith("end of stdin: -1\n");
    }
  }

  @Test
  void saysWhichLineIsMissing() throws Exception {
    try (JavaProgram program = tiny("version").start()) {
      assertThatThrownBy(() -> program.awaitLine("never", TIMEOUT_MILLIS))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("no line with 'never'")
          .hasMessageContaining("TinyProgram version");
    }
  }

  @Test
  void killsAtOnce() throws Exception {
    try (JavaProgram program = tiny("wait").start()) {
      program.awaitLine("waiting", TIMEOUT_MILLIS);
      JavaProgram.Result result = program.kill();
      assertThat(result.exitCode()).isEqualTo(137);
      assertThat(result.stdoutText()).isEqualTo("waiting null\n");
      assertThat(ProcessHandle.of(program.pid())).isEmpty();
    }
  }

  @Test
  void killsAProgramThatMissesItsDeadline() throws Exception {
    try (JavaProgram program = tiny("wait").start()) {
      program.awaitLine("waiting", TIMEOUT_MILLIS);
      assertThatThrownBy(() -> program.awaitExit(1))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("killed after 1 ms")
          .hasMessageContaining("waiting null");
      assertThat(program.isAlive()).isFalse();
    }
  }

  @Test
  void runsAJar() throws Exception {
    Path jar = folder.resolve("tiny.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyProgram.class.getName());
    writeJar(jar, manifest);

    JavaProgram.Result result =
        JavaProgram.builder().jar(jar).arguments("version").run(TIMEOUT_MILLIS);
    assertThat(result.stdoutText().strip()).isEqualTo(runningFeatureVersion());
  }

  @Test
  void runsAModuleAndAClassPathFolder() throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    writeJar(folder.resolve("tiny.jar"), manifest);

    String main = TinyProgram.class.getName();
    assertThat(
            JavaProgram.builder()
                .modulePath(folder)
                .module("tiny/" + main)
                .arguments("version")
                .run(TIMEOUT_MILLIS)
                .stdoutText()
                .strip())
        .isEqualTo(runningFeatureVersion());
    assertThat(
            JavaProgram.builder()
                .classPathFolder(folder)
                .mainClass(main)
                .arguments("version")
                .run(TIMEOUT_MILLIS)
                .stdoutText()
                .strip())
        .isEqualTo(runningFeatureVersion());
  }

  @Test
  void needsSomethingToRun() {
    assertThatThrownBy(() -> JavaProgram.builder().start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("main class");
  }

  @Test
  void findsTheRunningJdk() {
    assertThat(JavaHomes.find(Runtime.version().feature())).isPresent();
    assertThat(JavaHomes.find(3)).isEmpty();
  }

  @Test
  void runsOnAnotherJdk() throws Exception {
    Optional<Path> home = JavaHomes.find(25);
    assumeTrue(home.isPresent(), "no JDK 25 on this machine");
    JavaProgram.Result result = tiny("version").javaHome(home.get()).run(TIMEOUT_MILLIS);
    assertThat(result.stdoutText().strip()).isEqualTo("25");
  }

  private static JavaProgram.Builder tiny(String argument) {
    return JavaProgram.builder()
        .classPath(classes())
        .mainClass(TinyProgram.class.getName())
        .arguments(argument);
  }

  private static Path classes() {
    return Path.of(
        URI.create(
            TinyProgram.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static void writeJar(Path jar, Manifest manifest) throws IOException {
    String entry = TinyProgram.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new ZipEntry(entry));
      Files.copy(classes().resolve(entry), out);
      out.closeEntry();
    }
  }

  private static String runningFeatureVersion() {
    return String.valueOf(Runtime.version().feature());
  }
}
