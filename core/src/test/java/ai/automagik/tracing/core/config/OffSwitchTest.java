package ai.automagik.tracing.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffSwitchTest {
  @TempDir Path root;
  private Places places;

  @BeforeEach
  void setUp() throws IOException {
    places = new Places(root);
  }

  @Test
  void onUnlessSomebodySaysOtherwise() {
    assertThat(places.load().offReason()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTOMAGIK_DISABLE_ALL_TRACING, true, environment AUTOMAGIK_DISABLE_ALL_TRACING is true",
    "AUTOMAGIK_DISABLE_ALL_TRACING, 1, environment AUTOMAGIK_DISABLE_ALL_TRACING is true",
    "AUTOMAGIK_OBSERVABILITY_ENABLED, false, environment AUTOMAGIK_OBSERVABILITY_ENABLED is false",
    "TRACE_ENABLED, FALSE, environment TRACE_ENABLED is false",
    "AUTOMAGIK_TRACING_ENABLED, off, environment AUTOMAGIK_TRACING_ENABLED is false",
  })
  void everyVariableTurnsItOffAlone(String variable, String value, String reason) {
    places.variables.put(variable, value);

    assertThat(places.load().offReason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTOMAGIK_DISABLE_ALL_TRACING, false",
    "AUTOMAGIK_OBSERVABILITY_ENABLED, true",
    "TRACE_ENABLED, true",
    "AUTOMAGIK_TRACING_ENABLED, yes",
    "AUTOMAGIK_SPOOL_ENABLED, on",
  })
  void theOppositeValueLeavesItOn(String variable, String value) {
    places.variables.put(variable, value);

    assertThat(places.load().offReason()).isNull();
  }

  @Test
  void withoutASpoolThereIsNothingToDo() {
    places.variables.put("AUTOMAGIK_SPOOL_ENABLED", "false");

    assertThat(places.load().offReason())
        .startsWith("environment AUTOMAGIK_SPOOL_ENABLED is false");
  }

  @Test
  void optOutFileTurnsItOff() throws IOException {
    Files.createFile(places.optOutFile());

    assertThat(places.load().offReason()).isEqualTo("the file ~/.automagik-no-tracing exists");
  }

  @Test
  void everySourceCanTurnItOff() throws IOException {
    places.arguments.put("disable.all.tracing", "true");
    assertThat(places.load().offReason()).startsWith("agent argument ");

    places.arguments.clear();
    places.properties.put("automagik.disable.all.tracing", "true");
    assertThat(places.load().offReason()).startsWith("system property ");

    places.properties.clear();
    Files.writeString(places.userFile(), "automagik.disable.all.tracing=true");
    assertThat(places.load().offReason()).startsWith("~/.automagik/config.properties ");
  }

  @Test
  void masterSwitchGoesBeforeEverythingThatSaysOn() {
    places.variables.put("AUTOMAGIK_DISABLE_ALL_TRACING", "true");
    places.variables.put("AUTOMAGIK_OBSERVABILITY_ENABLED", "true");
    places.variables.put("TRACE_ENABLED", "true");
    places.variables.put("AUTOMAGIK_ENABLE_TRACING_IN_CI", "true");

    assertThat(places.load().offReason()).contains("AUTOMAGIK_DISABLE_ALL_TRACING");
  }

  @Test
  void optOutFileGoesBeforeEverythingThatSaysOn() throws IOException {
    Files.createFile(places.optOutFile());
    places.arguments.put("disable.all.tracing", "false");
    places.arguments.put("observability.enabled", "true");
    places.arguments.put("enable.tracing.in.ci", "true");

    assertThat(places.load().offReason()).contains(".automagik-no-tracing");
  }

  @Test
  void aHigherSourceTurnsItOnAgain() {
    places.properties.put("automagik.disable.all.tracing", "false");
    places.variables.put("AUTOMAGIK_DISABLE_ALL_TRACING", "true");
    assertThat(places.load().offReason()).isNull();

    places.properties.put("automagik.trace.enabled", "true");
    places.variables.put("TRACE_ENABLED", "false");
    assertThat(places.load().offReason()).isNull();
  }

  @Test
  void anOptOutWinsOverAnotherSwitchThatIsOn() {
    places.properties.put("automagik.observability.enabled", "true");
    places.variables.put("TRACE_ENABLED", "false");
    assertThat(places.load().offReason()).isEqualTo("environment TRACE_ENABLED is false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CI",
        "GITHUB_ACTIONS",
        "GITLAB_CI",
        "JENKINS_URL",
        "JENKINS",
        "CIRCLECI",
        "TRAVIS",
        "BUILDKITE",
        "TEAMCITY_VERSION",
        "TF_BUILD"
      })
  void everyBuildServerTurnsItOff(String variable) {
    places.variables.put(variable, "true");

    assertThat(places.load().offReason())
        .startsWith("environment " + variable + " ")
        .contains("AUTOMAGIK_ENABLE_TRACING_IN_CI=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "false", "FALSE", "0"})
  void someSayThatTheyAreNoBuildServer(String value) {
    places.variables.put("CI", value);

    assertThat(places.load().offReason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "yes", "woodpecker"})
  void anyOtherValueMeansBuildServer(String value) {
    places.variables.put("CI", value);

    assertThat(places.load().offReason()).startsWith("environment CI ");
  }

  @Test
  void oneBuildServerIsEnough() {
    places.variables.put("CI", "false");
    places.variables.put("TRAVIS", "true");

    assertThat(places.load().offReason()).startsWith("environment TRAVIS ");
  }

  @ParameterizedTest
  @CsvSource({"AUTOMAGIK_ENABLE_TRACING_IN_CI, true", "AUTOMAGIK_DISABLE_IN_CI, false"})
  void buildServerCanBeTraced(String variable, String value) {
    places.variables.put("CI", "true");
    places.variables.put(variable, value);

    assertThat(places.load().offReason()).isNull();
  }

  @Test
  void enablingGoesBeforeDisablingOnABuildServer() {
    places.variables.put("CI", "true");
    places.variables.put("AUTOMAGIK_DISABLE_IN_CI", "true");
    places.variables.put("AUTOMAGIK_ENABLE_TRACING_IN_CI", "true");
    assertThat(places.load().offReason()).isNull();

    places.variables.put("AUTOMAGIK_ENABLE_TRACING_IN_CI", "false");
    assertThat(places.load().offReason()).startsWith("environment CI ");
  }

  @Test
  void enablingOnABuildServerTurnsNoOtherSwitch() {
    places.variables.put("CI", "true");
    places.variables.put("AUTOMAGIK_ENABLE_TRACING_IN_CI", "true");
    places.variables.put("TRACE_ENABLED", "false");

    assertThat(places.load().offReason()).isEqualTo("environment TRACE_ENABLED is false");
  }

  @Test
  void withoutAHomeFolderTracingIsOffAndOneLineSaysSo() {
    Config config =
        Config.load(
            new Surroundings(
                Map.of(), Map.of(), Map.of(), new File("?"), places.workingFolder.toFile()));
    assertThat(config.offReason()).contains("user.home is \"?\"");
    assertThat(config.problems()).hasSize(1).first().asString().contains("AUTOMAGIK_HOME");
  }

  @Test
  void aHomeOfItsOwnNeedsNoHomeFolder() {
    Config config =
        Config.load(
            new Surroundings(
                Map.of(),
                Map.of(),
                Map.of("AUTOMAGIK_HOME", places.workingFolder.toString()),
                new File("?"),
                places.workingFolder.toFile()));
    assertThat(config.offReason()).isNull();
    assertThat(config.problems()).isEmpty();
  }
}
