package ai.automagik.tracing.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  @TempDir Path root;
  private Places places;

  @BeforeEach
  void setUp() throws IOException {
    places = new Places(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AUTOMAGIK_SERVICE_NAME=the shop",
        "  AUTOMAGIK_SERVICE_NAME = the shop  ",
        "export AUTOMAGIK_SERVICE_NAME=the shop",
        "export   AUTOMAGIK_SERVICE_NAME='the shop'",
        "AUTOMAGIK_SERVICE_NAME=\"the shop\"",
        "AUTOMAGIK_SERVICE_NAME='the shop' # in town",
        "AUTOMAGIK_SERVICE_NAME=the shop # in town",
        "# AUTOMAGIK_SERVICE_NAME=no\nAUTOMAGIK_SERVICE_NAME=the shop",
        "\r\nexport OTHER=1\r\nexport AUTOMAGIK_SERVICE_NAME=the shop\r\nexport MORE=2\r\n",
        "\ufeffAUTOMAGIK_SERVICE_NAME=the shop",
        "no setting at all\nAUTOMAGIK_SERVICE_NAME=the shop\n=\n",
        "AUTOMAGIK_SERVICE_NAME=first\nAUTOMAGIK_SERVICE_NAME=the shop",
      })
  void envFileIsWrittenAsShellsHaveIt(String text) throws IOException {
    Files.writeString(places.envFile(), text);

    assertThat(places.load().get(Options.SERVICE_NAME)).isEqualTo("the shop");
    assertThat(places.load().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\temp\\new", "a#b", "it's", "'half", "a=b", "\\u"})
  void envFileKeepsWhatIsNoMarkup(String value) throws IOException {
    Files.writeString(places.envFile(), "AUTOMAGIK_SERVICE_NAME=" + value);

    assertThat(places.load().get(Options.SERVICE_NAME)).isEqualTo(value);
    assertThat(places.load().problems()).isEmpty();
  }

  @Test
  void emptyValueInTheEnvFileIsAbsent() throws IOException {
    Files.writeString(places.envFile(), "AUTOMAGIK_TRACE_QUEUE_SIZE=\nTRACE_ENABLED=''\n");

    assertThat(places.load().problems()).isEmpty();
    assertThat(places.load().offReason()).isNull();
  }

  @Test
  void variableNamesStandInTheEnvFileOnly() throws IOException {
    Files.writeString(places.envFile(), "automagik.log=info");
    Files.writeString(places.propertiesFile(), "AUTOMAGIK_LOG=info");

    assertThat(places.load().get(Options.LOG)).isEqualTo("off");
  }

  @Test
  void propertiesMayBeQuotedAndInUtf8() throws IOException {
    Files.writeString(places.propertiesFile(), "automagik.service.name = \"Käse, 茶\"\n");

    assertThat(places.load().get(Options.SERVICE_NAME)).isEqualTo("Käse, 茶");
  }

  @Test
  void aFolderInTheFilesPlaceIsNoFile() throws IOException {
    Files.createDirectory(places.envFile());
    Files.createDirectory(places.propertiesFile());
    Files.createDirectory(places.userFile());

    assertThat(places.load().problems()).isEmpty();
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Files.writeString(places.propertiesFile(), "automagik.log=info\n#" + "x".repeat(1 << 20));

    Config config = places.load();

    assertThat(config.get(Options.LOG)).isEqualTo("off");
    assertThat(config.problems())
        .containsExactly(places.propertiesFile() + " is larger than 1 MB and was not read");
  }

  @Test
  void anUnreadableFileGivesOneLine() throws IOException {
    Path memory = Path.of("/proc/self/mem"); // a file at whose beginning nobody can read
    assumeTrue(Files.isRegularFile(memory));
    Files.createSymbolicLink(places.propertiesFile(), memory);
    places.variables.put("AUTOMAGIK_LOG", "info");

    Config config = places.load();
    Files.delete(places.propertiesFile());

    assertThat(config.problems())
        .singleElement()
        .asString()
        .startsWith(places.propertiesFile() + " could not be read: ");
    assertThat(config.get(Options.LOG)).isEqualTo("info");
  }

  @Test
  void aBadEscapeInAPropertiesFileGivesOneLine() throws IOException {
    Files.writeString(places.propertiesFile(), "automagik.service.name=\\uXYZ1");

    assertThat(places.load().problems()).singleElement().asString().contains("could not be read");
  }

  @Test
  void binaryFilesSayNothing() throws IOException {
    byte[] noise = new byte[64 * 1024];
    new Random(7).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == '\\' ? 0 : noise[i];
    }
    Files.write(places.envFile(), noise);
    Files.write(places.propertiesFile(), noise);
    Files.write(places.userFile(), noise);
    places.variables.put("AUTOMAGIK_LOG", "info");

    Config config = places.load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.offReason()).isNull();
    assertThat(config.get(Options.LOG)).isEqualTo("info");
    assertThat(config.get(Options.QUEUE_SIZE)).isEqualTo(10_000);
  }
}
