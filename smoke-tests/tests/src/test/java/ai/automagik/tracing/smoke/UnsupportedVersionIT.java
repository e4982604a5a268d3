package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.smoke.Lab.Library;
import ai.automagik.tracing.smoke.Lab.Platform;
import ai.automagik.tracing.store.Span;
import ai.automagik.tracing.testing.JavaHomes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Versions of LangChain4j that are too old, or newer than the agent: the application runs as ever,
 * what fits is traced, and {@code status} tells what does not.
 */
final class UnsupportedVersionIT {
  private static final Sample OLD =
      new Sample("langchain4j-old", "com.example.old.OldApp", List::of);

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void tooOld(int java) throws IOException, InterruptedException {
    Path libraries = OLD.jar().resolveSibling("lib");
    Sample.Traced traced = assertSameOutput(OLD, java, libraries);

    assertThat(traced.recording().spans())
        .extracting(Span::name)
        .containsExactly(
            "invoke_agent Assistant.ask",
            "execute_tool get_time",
            "invoke_agent Assistant.tell",
            "execute_tool get_time");
    assertThat(status(java, traced.recording()))
        .contains(
            "without the expected methods: dev.langchain4j.model.chat.ChatLanguageModel"
                + " (LangChain4j before 1.0, whose model calls are not traced)");
  }

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void tooNew(int java) throws IOException, InterruptedException {
    Path libraries =
        RenamedMethods.copy(
            Sample.TRAVEL.libraries(Library.NEWEST), Lab.freshHome().resolve("libraries"));
    Sample.Traced traced = assertSameOutput(Sample.TRAVEL, java, libraries);

    List<String> all = names(Sample.TRAVEL.traced(new Platform(java, Library.NEWEST)).recording());
    assertThat(all).anyMatch(UnsupportedVersionIT::isTool);
    // The model's name, which the library no longer tells, is known from the wire.
    assertThat(names(traced.recording()))
        .containsExactlyElementsOf(all.stream().filter(name -> !isTool(name)).toList());
    assertThat(status(java, traced.recording()))
        .contains(
            "without the expected methods:"
                + " dev.langchain4j.model.chat.ChatModelListenerUtils,"
                + " dev.langchain4j.service.tool.ToolExecutor");
  }

  private static Sample.Traced assertSameOutput(Sample sample, int java, Path libraries) {
    Path javaHome = JavaHomes.find(java).orElseThrow();
    Sample.Traced traced = sample.start(javaHome, libraries, true);
    assertThat(traced.result()).isEqualTo(sample.start(javaHome, libraries, false).result());
    assertThat(traced.result().exitCode()).isZero();
    traced.recording().assertOrderlyEnd();
    return traced;
  }

  private static List<String> names(Recording recording) {
    return recording.spans().stream().map(Span::name).toList();
  }

  private static boolean isTool(String name) {
    return name.startsWith("execute_tool ");
  }

  /** The line about LangChain4j. */
  private static String status(int java, Recording recording) throws InterruptedException {
    return Lab.bare()
        .javaHome(JavaHomes.find(java).orElseThrow())
        .home(recording.userHome())
        .jar(Lab.AGENT)
        .arguments("status")
        .run(Lab.TIMEOUT_MILLIS)
        .stdoutText()
        .lines()
        .filter(line -> line.contains("module langchain4j: plugged"))
        .findFirst()
        .orElseThrow();
  }
}
