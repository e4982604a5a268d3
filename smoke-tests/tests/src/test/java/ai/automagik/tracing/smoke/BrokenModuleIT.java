package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.broken.CannotBeLinked;
import ai.automagik.tracing.smoke.broken.FailsOnEnter;
import ai.automagik.tracing.smoke.broken.FailsOnExit;
import ai.automagik.tracing.store.RunInfo;
import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The jar with one module more, {@code broken}, whose advice always fails: only that module
 * suffers.
 */
final class BrokenModuleIT {
  private static final int CALLS = 12;
  private static final int MAX_FAILURES = 5;
  private static final String ADVICE_PACKAGE = FailsOnEnter.class.getPackageName();

  private static Path folder;

  @BeforeAll
  static void folder() {
    folder = Lab.freshHome();
  }

  @ParameterizedTest
  @CsvSource({
    "FailsOnEnter, java.lang.IllegalStateException: broken before",
    "FailsOnExit, java.lang.AssertionError: broken after",
    "CannotBeLinked, java.lang.NoClassDefFoundError",
  })
  void failingAdviceIsUnplugged(String advice, String reason)
      throws IOException, InterruptedException {
    String hook = "dev.langchain4j.model.chat.ChatModel#chat(java.lang.String) " + advice;
    for (int java : Lab.javas()) {
      Recording recording = loop(java, jar(advice, hook));

      assertThat(recording.module("broken").get("state")).isEqualTo("unplugged");
      assertThat(recording.module("broken").get("failures")).isEqualTo(MAX_FAILURES);
      assertThat((String) recording.module("broken").get("reason")).startsWith(reason);
      assertLangchain4jStillTraces(recording);
      assertThat(recording.info().counters().get("adviceFailures")).isEqualTo(MAX_FAILURES);
    }
  }

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void methodsThatAreNotThereAreListedAsUnmatched(int java)
      throws IOException, InterruptedException {
    Recording recording =
        loop(java, jar("unmatched", "com.example.travel.Models#gone(*) FailsOnEnter"));

    assertThat(recording.module("broken").get("state")).isEqualTo("plugged");
    assertThat(recording.module("broken").get("failures")).isEqualTo(0);
    assertThat(recording.module("broken").get("hooks")).isEqualTo(List.of());
    assertThat(recording.module("broken").get("unmatched"))
        .isEqualTo(List.of("com.example.travel.Models"));
    assertLangchain4jStillTraces(recording);
  }

  /** A class that two modules hook, one of them with an advice class that does not exist. */
  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void missingAdviceClassCostsOnlyItsOwnModule(int java) throws IOException, InterruptedException {
    Recording recording =
        loop(java, jar("gone", "dev.langchain4j.model.chat.ChatModel#chat(java.lang.String) Gone"));

    assertThat((String) recording.module("broken").get("reason")).isNotEmpty();
    assertLangchain4jStillTraces(recording);
  }

  private static void assertLangchain4jStillTraces(Recording recording) {
    assertThat(recording.spans()).hasSize(CALLS);
    RunInfo.ModuleInfo langchain4j =
        recording.info().modules().stream()
            .filter(module -> module.name().equals("langchain4j"))
            .findFirst()
            .orElseThrow();
    assertThat(langchain4j.state()).isEqualTo("plugged");
    assertThat(langchain4j.failures()).isZero();
  }

  private static Recording loop(int java, Path agent) throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result = loop(Lab.plain().home(home).jvmArguments(Lab.agent(agent)), java);
    assertThat(result.exitCode()).isZero();
    assertThat(result.stdoutText().lines()).hasSize(CALLS).allMatch(line -> line.endsWith(" pong"));
    assertThat(result.stderr()).isEmpty();
    return new Recording(home);
  }

  private static JavaProgram.Result loop(JavaProgram.Builder program, int java)
      throws InterruptedException {
    return program
        .javaHome(JavaHomes.find(java).orElseThrow())
        .mainClass(Sample.LOOP.mainClass())
        .arguments(Lab.Servers.LOOP.baseUrl(), String.valueOf(CALLS))
        .run(Lab.TIMEOUT_MILLIS);
  }

  /** A copy of the agent's jar with the module {@code broken}, which has one hook. */
  private static Path jar(String name, String hook) throws IOException {
    Path jar = folder.resolve(name + ".jar");
    if (Files.exists(jar)) {
      return jar;
    }
    Files.copy(Lab.AGENT, jar);
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      Files.writeString(
          content.getPath("agent/META-INF/automagik.hooks"),
          "\nmodule broken " + ADVICE_PACKAGE + "\n" + hook + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.APPEND);
      for (Class<?> advice : List.of(FailsOnEnter.class, FailsOnExit.class, CannotBeLinked.class)) {
        Path entry = content.getPath("agent", advice.getName().replace('.', '/') + ".classdata");
        Files.createDirectories(entry.getParent());
        Files.write(entry, classFile(advice));
      }
    }
    return jar;
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }
}
