package ai.automagik.tracing.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake gives exactly one line, and the default holds. */
class BadValueTest {
  @TempDir Path root;
  private Places places;

  @BeforeEach
  void setUp() throws IOException {
    places = new Places(root);
  }

  @Test
  void theLineNamesVariableValueAndAcceptedForm() {
    places.variables.put("AUTOMAGIK_TRACE_QUEUE_SIZE", "lots");

    Config config = places.load();

    assertThat(config.problems())
        .containsExactly(
            "environment AUTOMAGIK_TRACE_QUEUE_SIZE is \"lots\", expected a whole number from 64 to"
                + " 1000000; using 10000");
    assertThat(config.get(Options.QUEUE_SIZE)).isEqualTo(10_000);
    assertThat(config.setting(Options.QUEUE_SIZE).source())
        .isEqualTo(
            "default, because environment AUTOMAGIK_TRACE_QUEUE_SIZE is not a whole number from 64"
                + " to 1000000");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTOMAGIK_TRACE_QUEUE_SIZE, 63",
    "AUTOMAGIK_TRACE_QUEUE_SIZE, 1000001",
    "AUTOMAGIK_TRACE_QUEUE_SIZE, 99999999999999",
    "AUTOMAGIK_TRACE_QUEUE_SIZE, 1e3",
    "AUTOMAGIK_BUFFER_MAX_MB, 49",
    "AUTOMAGIK_SPOOL_MAX_MB, -1",
    "AUTOMAGIK_SPOOL_MAX_AGE_DAYS, 0",
    "TRACE_ENABLED, maybe",
    "AUTOMAGIK_DISABLE_ALL_TRACING, ja",
    "AUTOMAGIK_LOG, debug",
    "AUTOMAGIK_MODULES_DISABLED, 'mcp,'",
    "AUTOMAGIK_MODULES_DISABLED, mcp concurrency",
  })
  void everyKindOfValueIsChecked(String variable, String value) {
    places.variables.put(variable, value);

    assertThat(places.load().problems())
        .singleElement()
        .asString()
        .startsWith("environment " + variable + " is \"" + value + "\", expected ");
    assertThat(places.load().offReason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"64", " 64 ", "+64", "1000000"})
  void theBoundsAreAccepted(String value) {
    places.variables.put("AUTOMAGIK_TRACE_QUEUE_SIZE", value);

    assertThat(places.load().problems()).isEmpty();
  }

  @Test
  void wordsAreAcceptedInAnyCase() {
    places.variables.put("AUTOMAGIK_LOG", "INFO");

    assertThat(places.load().get(Options.LOG)).isEqualTo("info");
  }

  @ParameterizedTest
  @ValueSource(strings = {"concurrency,mcp", " Concurrency , MCP", "concurrency:mcp"})
  void namesAreListed(String text) {
    places.variables.put("AUTOMAGIK_MODULES_DISABLED", text);

    assertThat(places.load().problems()).isEmpty();
    assertThat(places.load().get(Options.MODULES_DISABLED)).containsExactly("concurrency", "mcp");
  }

  @Test
  void aLowerSourceDoesNotStepIn() throws IOException {
    places.variables.put("AUTOMAGIK_TRACE_QUEUE_SIZE", "lots");
    Files.writeString(places.userFile(), "automagik.trace.queue.size=500\n");

    assertThat(places.load().get(Options.QUEUE_SIZE)).isEqualTo(10_000);
    assertThat(places.load().problems()).hasSize(1);
  }

  @Test
  void aLongValueIsShortened() {
    places.variables.put("AUTOMAGIK_LOG", "x".repeat(100_000));

    assertThat(places.load().problems()).singleElement().asString().hasSizeLessThan(200);
  }

  @Test
  void twoMistakesGiveTwoLines() {
    places.variables.put("AUTOMAGIK_LOG", "loud");
    places.properties.put("automagik.buffer.max.mb", "all");

    assertThat(places.load().problems()).hasSize(2);
  }
}
