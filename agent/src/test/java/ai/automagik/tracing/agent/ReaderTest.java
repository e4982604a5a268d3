package ai.automagik.tracing.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.config.Surroundings;
import ai.automagik.tracing.store.Json;
import ai.automagik.tracing.viewer.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a whole, over a home of their own. */
final class ReaderTest {
  @TempDir Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void chooseHome() {
    variables.put("AUTOMAGIK_HOME", folder.resolve("home").toString());
  }

  @Test
  void withoutACommandItIsAMistake() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Missing command.").contains("traces").contains("doctor");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownCommandIsAMistake() {
    assertThat(run("trace")).isEqualTo(2);
    assertThat(err.toString()).contains("trace");
  }

  @Test
  void anEmptySpoolIsNoMistake() {
    assertThat(run("traces")).isEqualTo(0);
    assertThat(out.toString()).contains("doctor");
  }

  @Test
  void aTraceThatIsNotThereIsNotFound() {
    assertThat(run("show", "abcd")).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("abcd");
  }

  @Test
  void statusShowsEverySettingWithItsSource() {
    variables.put("AUTOMAGIK_TRACE_QUEUE_SIZE", "20000");
    assertThat(run("status")).isEqualTo(0);
    assertThat(out.toString())
        .contains("tracing  on")
        .containsPattern("trace\\.queue\\.size +20000 +environment AUTOMAGIK_TRACE_QUEUE_SIZE")
        .containsPattern("spool\\.max\\.mb +1024 +default");
  }

  @Test
  void statusSaysWhyTracingIsOff() {
    variables.put("GITHUB_ACTIONS", "true");
    assertThat(run("status")).isEqualTo(0);
    assertThat(out.toString())
        .contains("tracing  off: environment GITHUB_ACTIONS")
        .contains("AUTOMAGIK_ENABLE_TRACING_IN_CI=true");
  }

  @Test
  void statusNamesABadSetting() {
    variables.put("AUTOMAGIK_TRACE_QUEUE_SIZE", "lots");
    run("status");
    assertThat(out.toString())
        .contains(
            "problem  environment AUTOMAGIK_TRACE_QUEUE_SIZE is \"lots\", expected a whole number");
  }

  @Test
  void statusTellsHowRunsDid() throws IOException {
    writeRun("plugged", 0, "null", 12, 0);
    assertThat(run("status")).isEqualTo(0);
    assertThat(out.toString())
        .contains("20261121-070123-19738-3c05  shop, pid 19738, ended")
        .contains("12 ended, 0 lost")
        .contains("module langchain4j: plugged, 1 classes woven");
  }

  @Test
  void statusAsJsonIsOneDocument() throws IOException {
    writeRun("unplugged", 5, "\"java.lang.NoSuchMethodError: x\"", 100, 7);
    assertThat(run("status", "--json")).isEqualTo(0);
    Map<?, ?> document = (Map<?, ?>) Json.parse(out.toString());
    assertThat(document.get("tracing").toString()).contains("on=true");
    Map<?, ?> recorded = (Map<?, ?>) ((List<?>) document.get("runs")).get(0);
    assertThat(recorded.get("healthy")).isEqualTo(false);
    assertThat(recorded.get("modules").toString()).contains("unplugged", "NoSuchMethodError");
  }

  @Test
  void doctorFindsNothingWrongWithAFreshHome() {
    assertThat(run("doctor")).isEqualTo(0);
    assertThat(out.toString())
        .contains("Tracing is on")
        .contains("The spool can be written")
        .contains("No JVM with the agent has called an LLM library yet");
  }

  @Test
  void doctorFindsTheSwitch() throws IOException {
    Files.createFile(folder.resolve(".automagik-no-tracing"));
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString()).contains("~/.automagik-no-tracing exists");
  }

  @Test
  void doctorFindsAHomeThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    variables.put("AUTOMAGIK_HOME", file.resolve("home").toString());
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString()).contains("The spool cannot be written").contains("AUTOMAGIK_HOME");
  }

  @Test
  void doctorFindsAnUnpluggedModule() throws IOException {
    writeRun("unplugged", 5, "\"java.lang.NoSuchMethodError: x\"", 3, 0);
    assertThat(run("doctor", "--json")).isEqualTo(1);
    Map<?, ?> document = (Map<?, ?>) Json.parse(out.toString());
    assertThat(document.get("ok")).isEqualTo(false);
    assertThat(document.get("findings").toString()).contains("NoSuchMethodError");
  }

  @Test
  void statusTellsOfModulesThatWereSwitchedOff() throws IOException {
    writeRun("disabled", 0, "null", 3, 0);
    assertThat(run("status")).isEqualTo(0);
    assertThat(out.toString()).contains("module langchain4j: disabled");
    assertThat(run("doctor")).isEqualTo(0);
  }

  @Test
  void aModuleThatDoesNotExistCannotBeSwitchedOff() {
    variables.put("AUTOMAGIK_MODULES_DISABLED", "concurency");
    String problem =
        "environment AUTOMAGIK_MODULES_DISABLED names \"concurency\", expected some of";
    assertThat(run("status")).isEqualTo(0);
    assertThat(out.toString()).contains("problem  " + problem);
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString().lastIndexOf(problem)).isGreaterThan(out.toString().indexOf(problem));
  }

  @Test
  void doctorFindsLostSpans() throws IOException {
    writeRun("plugged", 0, "null", 100, 7);
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString()).contains("100 ended, 7 lost").contains("AUTOMAGIK_TRACE_QUEUE_SIZE");
  }

  @Test
  void versionIsOneLine() {
    assertThat(run("--version")).isEqualTo(0);
    assertThat(out.toString()).startsWith("automagik-tracing ").hasLineCount(1);
  }

  private void writeRun(String state, int failures, String reason, long offered, long dropped)
      throws IOException {
    Path run = folder.resolve("home/spool/20261121-070123-19738-3c05");
    Files.createDirectories(run);
    Files.writeString(
        run.resolve("run.json"),
        """
        {"format":1,"run":"20261121-070123-19738-3c05","pid":19738,"service":"shop","command":"x",
         "agentVersion":"0.1.0","javaVersion":"17","javaVendor":"v","startedEpochMillis":1,
         "heartbeatEpochMillis":2,"state":"ended","spool":{"state":"writing","reason":null},
         "counters":{"offered":%d,"droppedQueueFull":%d},
         "modules":[{"name":"langchain4j","state":"%s","hooks":["a.B"],"failures":%d,"reason":%s}]}
        """
            .formatted(offered, dropped, state, failures, reason));
  }

  private int run(String... arguments) {
    Terminal terminal = new Terminal(out, err, 100, false, UTF_8);
    int exitCode =
        Reader.commandLine(
                terminal,
                new Surroundings(
                    Map.of(),
                    Map.of(),
                    variables,
                    folder.toFile(),
                    new File(folder.toFile(), "cwd")))
            .execute(arguments);
    terminal.flush();
    return exitCode;
  }
}
