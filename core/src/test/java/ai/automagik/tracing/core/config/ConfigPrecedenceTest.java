package ai.automagik.tracing.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPrecedenceTest {
  @TempDir Path root;
  private Places places;

  @BeforeEach
  void setUp() throws IOException {
    places = new Places(root);
  }

  @Test
  void everySourceOverridesAllBelowIt() throws IOException {
    assertQueueSize(10_000, "default");

    Files.writeString(places.userFile(), "automagik.trace.queue.size=101\n");
    assertQueueSize(101, "~/.automagik/config.properties automagik.trace.queue.size");

    Files.writeString(places.propertiesFile(), "automagik.trace.queue.size=102\n");
    assertQueueSize(102, "./automagik.properties automagik.trace.queue.size");

    Files.writeString(places.envFile(), "AUTOMAGIK_TRACE_QUEUE_SIZE=103\n");
    assertQueueSize(103, "./.env AUTOMAGIK_TRACE_QUEUE_SIZE");

    places.variables.put("AUTOMAGIK_TRACE_QUEUE_SIZE", "104");
    assertQueueSize(104, "environment AUTOMAGIK_TRACE_QUEUE_SIZE");

    places.properties.put("automagik.trace.queue.size", "105");
    assertQueueSize(105, "system property automagik.trace.queue.size");

    places.arguments.put("trace.queue.size", "106");
    assertQueueSize(106, "agent argument trace.queue.size");
  }

  @Test
  void emptyTextIsAbsent() {
    places.arguments.put("trace.queue.size", " ");
    places.properties.put("automagik.trace.queue.size", "");
    places.variables.put("AUTOMAGIK_TRACE_QUEUE_SIZE", "104");

    assertQueueSize(104, "environment AUTOMAGIK_TRACE_QUEUE_SIZE");
  }

  @Test
  void homeDefaultsToTheUsersFolder() {
    assertThat(places.load().home().toPath()).isEqualTo(places.userHome.resolve(".automagik"));
    assertThat(places.load().setting(Options.HOME).source()).isEqualTo("default");
  }

  @Test
  void userFileIsReadFromTheChosenHome() throws IOException {
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("config.properties"), "automagik.log=info\n");
    places.variables.put("AUTOMAGIK_HOME", elsewhere.toString());

    Config config = places.load();

    assertThat(config.home().toPath()).isEqualTo(elsewhere);
    assertThat(config.get(Options.LOG)).isEqualTo("info");
  }

  private void assertQueueSize(int value, String source) {
    Config config = places.load();
    assertThat(config.setting(Options.QUEUE_SIZE))
        .isEqualTo(new Setting<>(Options.QUEUE_SIZE, value, source));
    assertThat(config.get(Options.QUEUE_SIZE)).isEqualTo(value);
    assertThat(config.problems()).isEmpty();
  }
}
