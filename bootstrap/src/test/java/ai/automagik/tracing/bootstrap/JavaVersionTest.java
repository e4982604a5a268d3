package ai.automagik.tracing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.8, 8",
    "1.7, 7",
    "9, 9",
    "17, 17",
    "25, 25",
    "100, 100",
    "17-ea, 17",
    "17.0.1, 17",
    "'', 0",
    "ea, 0",
    "99999999999, 0",
  })
  void featureOfASpecificationVersion(String version, int feature) {
    assertThat(JavaVersion.feature(version)).isEqualTo(feature);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "11", "16", ""})
  void olderVersionsAreRefusedInOneSentence(String version) {
    assertThat(JavaVersion.unsupported(version))
        .isEqualTo("needs Java 17 or newer, this is Java " + version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "21", "25", "26"})
  void newerVersionsAreSupported(String version) {
    assertThat(JavaVersion.unsupported(version)).isNull();
  }

  @Test
  void theRunningVersionIsSupported() {
    assertThat(JavaVersion.unsupported(System.getProperty("java.specification.version"))).isNull();
  }
}
