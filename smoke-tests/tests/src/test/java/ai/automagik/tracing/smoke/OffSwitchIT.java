package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to turn the agent off works by itself: nothing is woven and nothing is written. */
final class OffSwitchIT {

  enum Switch {
    MASTER_VARIABLE,
    MASTER_PROPERTY,
    MASTER_ARGUMENT,
    FILE_IN_HOME,
    TRACE_ENABLED_VARIABLE,
    CI_VARIABLE,
    SPOOL_PROPERTY
  }

  @ParameterizedTest
  @EnumSource
  void off(Switch off) throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    ClassLog log = ClassLog.in(home);
    JavaProgram.Builder program = Lab.plain().home(home).jvmArguments(log.jvmArgument());
    if (off != Switch.MASTER_ARGUMENT) {
      program.jvmArguments(Lab.agent());
    }
    switch (off) {
      case MASTER_VARIABLE -> program.environment("AUTOMAGIK_DISABLE_ALL_TRACING", "true");
      case MASTER_PROPERTY -> program.jvmArguments("-Dautomagik.disable.all.tracing=true");
      case MASTER_ARGUMENT -> program.jvmArguments(Lab.agent() + "=disable.all.tracing");
      case FILE_IN_HOME -> Files.createFile(home.resolve(".automagik-no-tracing"));
      case TRACE_ENABLED_VARIABLE -> program.environment("TRACE_ENABLED", "false");
      case CI_VARIABLE -> program.environment("CI", "true");
      case SPOOL_PROPERTY -> program.jvmArguments("-Dautomagik.spool.enabled=false");
    }
    List<Path> before = new Recording(home).files();

    JavaProgram.Result result = loop(program);

    assertSilent(result);
    assertThat(new Recording(home).files()).isEqualTo(before);
    assertThat(log.agentClasses()).contains("ai.automagik.tracing.bootstrap.Premain");
    assertThat(log.asmClasses()).isEmpty();
    assertThat(log.weavingClasses()).isEmpty();
  }

  @Test
  void buildServerCanBeTurnedOnAgain() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        loop(
            Lab.traced(home)
                .environment("CI", "true")
                .environment("AUTOMAGIK_ENABLE_TRACING_IN_CI", "true"));

    assertSilent(result);
    assertThat(new Recording(home).traces()).hasSize(1);
  }

  private static void assertSilent(JavaProgram.Result result) {
    assertThat(result.exitCode()).isZero();
    assertThat(result.stdoutText()).isEqualTo("1 pong\n");
    assertThat(result.stderr()).isEmpty();
  }

  private static JavaProgram.Result loop(JavaProgram.Builder program) throws InterruptedException {
    return program
        .mainClass(Sample.LOOP.mainClass())
        .arguments(Lab.Servers.LOOP.baseUrl(), "1")
        .run(Lab.TIMEOUT_MILLIS);
  }
}
