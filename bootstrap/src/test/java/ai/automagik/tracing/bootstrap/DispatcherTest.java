package ai.automagik.tracing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {
  @TempDir Path folder;

  @Test
  void linksWhatItCanAndNeverThrows() throws IOException, InterruptedException {
    Path patch = Files.createDirectories(folder.resolve("java/lang"));
    Files.copy(
        Path.of("target/classes/agent/java/lang/AutomagikDispatcher.classdata"),
        patch.resolve("AutomagikDispatcher.class"));

    assertThat(probe("--patch-module", "java.base=" + folder))
        .containsExactly(
            "probe: without linker: null",
            "probe: linked: onEnter of b.advice.Some",
            "probe: books failed: of the library",
            "probe: unlinkable: null",
            "probe: books failed: by advice",
            "probe: books failed: unreportable",
            "probe: done");
  }

  private static List<String> probe(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", "target/test-classes", DispatcherProbe.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().filter(line -> line.startsWith("probe: ")).toList();
  }
}
