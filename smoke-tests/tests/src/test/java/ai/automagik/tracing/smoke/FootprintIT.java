package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaHomes;
import ai.automagik.tracing.testing.JavaProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent leaves alone: files, classes and threads that nobody needs. */
final class FootprintIT {

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void programWithoutLlmClassesIsLeftAlone(int java) throws InterruptedException {
    Path home = Lab.freshHome();
    ClassLog log = ClassLog.in(home);
    JavaProgram.Result result =
        Lab.traced(home)
            .javaHome(JavaHomes.find(java).orElseThrow())
            .jvmArguments(log.jvmArgument())
            .mainClass("com.example.travel.HelloApp")
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(new Recording(home).files()).isEmpty();
    assertThat(log.agentClasses())
        .contains("ai.automagik.tracing.bootstrap.Premain")
        .hasSizeLessThan(16)
        .noneMatch(name -> name.contains(".config.") || name.contains(".export."));
    assertThat(log.asmClasses()).isEmpty();
    assertThat(log.weavingClasses()).isEmpty();
    assertThat(log.classes())
        .doesNotContain("java.util.logging.LogManager", "javax.management.MBeanServer");
  }

  @Test
  void noThreadStartsBeforeTheFirstCall() throws InterruptedException {
    List<String> threads = threads(Lab.traced(Lab.freshHome()));
    assertThat(threads)
        .isEqualTo(threads(Lab.plain()))
        .noneMatch(name -> name.contains("automagik"));
  }

  @Test
  void onlyDaemonThreadsAfterTheFirstCall() throws InterruptedException {
    JavaProgram.Builder traced = Lab.traced(Lab.freshHome()).arguments("call");
    JavaProgram.Builder plain = Lab.plain().arguments("call");
    List<String> threads = threads(traced);
    assertThat(threads).contains("automagik-spool").containsAll(threads(plain));
    assertThat(threads).filteredOn(name -> name.startsWith("automagik-")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("ai.automagik.tracing.smoke.Lab#javas")
  void secondStartTakesWovenClassesFromTheCache(int java) throws InterruptedException {
    Path home = Lab.freshHome();
    Recording recording = new Recording(home);
    ClassLog cold = ClassLog.in(home.resolve("cold"));
    JavaProgram.Result first = loop(java, home, cold);
    List<Path> cached = Lab.list(recording.home().resolve("cache"));
    String coldTraces = TraceText.of(recording.traces());

    ClassLog warm = ClassLog.in(home.resolve("warm"));
    JavaProgram.Result second = loop(java, home, warm);
    String bothTraces = TraceText.of(recording.traces());

    assertThat(second).isEqualTo(first);
    assertThat(cold.asmClasses()).isNotEmpty();
    assertThat(cached).isNotEmpty();
    assertThat(warm.weavingClasses()).isNotEmpty();
    assertThat(warm.asmClasses()).isEmpty();
    assertThat(Lab.list(recording.home().resolve("cache"))).isEqualTo(cached);
    assertThat(bothTraces.lines().filter("trace"::equals)).hasSize(4);
    assertThat(bothTraces).startsWith(coldTraces);
  }

  private static JavaProgram.Result loop(int java, Path home, ClassLog log)
      throws InterruptedException {
    return Lab.traced(home)
        .javaHome(JavaHomes.find(java).orElseThrow())
        .jvmArguments(log.jvmArgument())
        .mainClass(Sample.LOOP.mainClass())
        .arguments(Lab.Servers.LOOP.baseUrl(), "2")
        .run(Lab.TIMEOUT_MILLIS);
  }

  private static List<String> threads(JavaProgram.Builder program) throws InterruptedException {
    JavaProgram.Result result =
        program.mainClass("com.example.programs.Threads").run(Lab.TIMEOUT_MILLIS);
    assertThat(result.exitCode()).as(result.toString()).isZero();
    return result.stdoutText().lines().toList();
  }
}
