package ai.automagik.tracing.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.testing.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What settings do to a traced program, and what mistakes in them cost: one line. */
final class SettingsIT {

  @Test
  void badValueCostsOneLineAndTheDefaultHolds() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        loop(Lab.traced(home).environment("AUTOMAGIK_TRACE_QUEUE_SIZE", "lots"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.stdoutText()).isEqualTo("1 pong\n");
    assertThat(result.stderrText())
        .isEqualTo(
            "automagik-tracing: environment AUTOMAGIK_TRACE_QUEUE_SIZE is \"lots\", expected a"
                + " whole number from 64 to 1000000; using 10000\n");
    assertThat(new Recording(home).traces()).hasSize(1);
  }

  @Test
  void modulesCanBeSwitchedOff() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        Lab.traced(home)
            .environment("AUTOMAGIK_MODULES_DISABLED", "concurrency")
            .mainClass(Sample.HOPS.mainClass())
            .run(Lab.TIMEOUT_MILLIS);

    assertThat(result.stderrText()).isEmpty();
    Recording recording = new Recording(home);
    assertThat(recording.module("concurrency").get("state")).isEqualTo("disabled");
    assertThat(recording.module("concurrency").get("hooks")).isEqualTo(List.of());
    assertThat(recording.module("langchain4j").get("state")).isEqualTo("plugged");
    assertThat(recording.traces()).hasSizeGreaterThan(2); // each call on another thread is alone
  }

  @Test
  void anUnknownModuleCostsOneLine() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result =
        loop(Lab.traced(home).environment("AUTOMAGIK_MODULES_DISABLED", "rxjava, langchain"));

    assertThat(result.stdoutText()).isEqualTo("1 pong\n");
    assertThat(result.stderrText())
        .isEqualTo(
            "automagik-tracing: environment AUTOMAGIK_MODULES_DISABLED names \"langchain\", expected"
                + " some of "
                + String.join(", ", Lab.INSTRUMENTATIONS)
                + "; it switches nothing off\n");
    Recording recording = new Recording(home);
    assertThat(recording.module("rxjava").get("state")).isEqualTo("disabled");
    assertThat(recording.traces()).hasSize(1);
  }

  @Test
  void infoPrintsOneLine() throws InterruptedException {
    Path home = Lab.freshHome();
    JavaProgram.Result result = loop(Lab.traced(home).environment("AUTOMAGIK_LOG", "info"));

    assertThat(result.stdoutText()).isEqualTo("1 pong\n");
    assertThat(result.stderrText())
        .matches("automagik-tracing: \\S+ records LLM calls into .*\\R")
        .contains(new Recording(home).home().toString());
    assertThat(new Recording(home).traces()).hasSize(1);
  }

  @Test
  void infoTellsWhyTracingIsOff() throws InterruptedException {
    JavaProgram.Result result =
        loop(
            Lab.traced(Lab.freshHome())
                .environment("AUTOMAGIK_LOG", "info")
                .environment("GITHUB_ACTIONS", "true"));

    assertThat(result.stderrText())
        .matches("automagik-tracing: off, because environment GITHUB_ACTIONS .*\\R");
  }

  @Test
  void argumentWinsOverPropertyOverEnvironmentOverFile() throws IOException, InterruptedException {
    Path home = Lab.freshHome();
    Path workingFolder = Lab.freshHome();
    Path elsewhere = home.resolve("elsewhere");
    Files.createDirectories(elsewhere);
    Files.writeString(
        workingFolder.resolve(".env"), "AUTOMAGIK_SERVICE_NAME=file\nAUTOMAGIK_BUFFER_MAX_MB=5\n");
    Files.writeString(
        elsewhere.resolve("config.properties"),
        "automagik.spool.max.mb=77\nautomagik.buffer.max.mb=6\n");
    JavaProgram.Result result =
        loop(
            Lab.plain()
                .home(home)
                .workingFolder(workingFolder)
                .environment("AUTOMAGIK_HOME", elsewhere.toString())
                .environment("AUTOMAGIK_SERVICE_NAME", "environment")
                .environment("AUTOMAGIK_TRACE_QUEUE_SIZE", "128")
                .jvmArguments(
                    "-Dautomagik.service.name=property",
                    "-Dautomagik.trace.queue.size=256",
                    Lab.agent() + "=service=argument"));

    assertSilent(result);
    assertThat(home.resolve(".automagik")).doesNotExist();
    Recording recording = new Recording(home);
    Path spool = elsewhere.resolve("spool");
    assertThat(spool).isDirectory();
    Files.move(elsewhere, recording.home());
    assertThat(recording.info().service()).isEqualTo("argument");
    assertThat(recording.info().settings().get("service.name")).contains("agent argument");
    assertThat(recording.info().settings().get("trace.queue.size"))
        .contains("256", "system property automagik.trace.queue.size");
    assertThat(recording.info().settings().get("buffer.max.mb"))
        .contains("5", "./.env AUTOMAGIK_BUFFER_MAX_MB");
    assertThat(recording.info().settings().get("spool.max.mb"))
        .contains("77", "config.properties automagik.spool.max.mb");
    assertThat(recording.spans().get(0).resource().text("service.name")).isEqualTo("argument");
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
