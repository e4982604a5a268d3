package ai.automagik.tracing.core.config;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How settings are called in each place, and their aliases. */
class OptionNamesTest {
  @TempDir Path root;
  private Places places;

  @BeforeEach
  void setUp() throws IOException {
    places = new Places(root);
  }

  @Test
  void namesFollowFromOneAnother() {
    assertThat(Options.QUEUE_SIZE.property()).isEqualTo("automagik.trace.queue.size");
    assertThat(Options.QUEUE_SIZE.variable()).isEqualTo("AUTOMAGIK_TRACE_QUEUE_SIZE");
    assertThat(Options.DISABLE_ALL_TRACING.variable()).isEqualTo("AUTOMAGIK_DISABLE_ALL_TRACING");
    assertThat(Options.ENABLE_TRACING_IN_CI.variable()).isEqualTo("AUTOMAGIK_ENABLE_TRACING_IN_CI");
  }

  @Test
  void everyOptionIsListedAndNoNameIsUsedTwice() throws IllegalAccessException {
    List<Option<?>> declared = new ArrayList<>();
    for (Field field : Options.class.getDeclaredFields()) {
      if (field.getType() == Option.class) {
        declared.add((Option<?>) field.get(null));
      }
    }
    List<String> variables = new ArrayList<>();
    for (Option<?> option : Options.ALL) {
      variables.add(option.variable());
      option.aliases().forEach(alias -> variables.add(Option.variable(alias)));
      assertThat(option.description()).endsWith(".");
      assertThat(option.form()).isNotBlank();
    }

    assertThat(Options.ALL).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(variables).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTOMAGIK_SERVICE_NAME", "OTEL_SERVICE_NAME"})
  void serviceNameHasTwoVariables(String variable) {
    places.variables.put(variable, "shop");

    assertThat(places.load().get(Options.SERVICE_NAME)).isEqualTo("shop");
    assertThat(places.load().setting(Options.SERVICE_NAME).source())
        .isEqualTo("environment " + variable);
  }

  @Test
  void ownNameGoesBeforeAnAliasInTheSamePlace() {
    places.variables.put("OTEL_SERVICE_NAME", "theirs");
    places.variables.put("AUTOMAGIK_SERVICE_NAME", "ours");

    assertThat(places.load().get(Options.SERVICE_NAME)).isEqualTo("ours");
  }

  @Test
  void aliasInAHigherPlaceGoesBeforeTheOwnNameInALowerOne() {
    places.properties.put("otel.service.name", "property");
    places.variables.put("AUTOMAGIK_SERVICE_NAME", "variable");

    assertThat(places.load().get(Options.SERVICE_NAME)).isEqualTo("property");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "service.name"})
  void agentArgumentMaySayService(String argument) {
    places.arguments.put(argument, "shop");

    assertThat(places.load().get(Options.SERVICE_NAME)).isEqualTo("shop");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTOMAGIK_OBSERVABILITY_ENABLED",
    "TRACE_ENABLED",
    "AUTOMAGIK_TRACING_ENABLED",
  })
  void observabilityHasThreeVariables(String variable) {
    places.variables.put(variable, "no");

    assertThat(places.load().offReason()).contains(variable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTOMAGIK_SPOOL_MAX_AGE_DAYS", "TRACE_MAX_AGE_DAYS"})
  void ageHasTwoVariables(String variable) {
    places.variables.put(variable, "7");

    assertThat(places.load().get(Options.SPOOL_MAX_AGE_DAYS)).isEqualTo(7);
  }

  @Test
  void agentArgumentsAreSplitAtCommas() {
    assertThat(Surroundings.parseArguments("service=shop, log=info,spool.enabled"))
        .containsOnly(
            entry("service", "shop"), entry("log", "info"), entry("spool.enabled", "true"));
    assertThat(Surroundings.parseArguments("")).isEmpty();
    assertThat(Surroundings.parseArguments("a=b=c,,")).containsOnly(entry("a", "b=c"));
  }
}
