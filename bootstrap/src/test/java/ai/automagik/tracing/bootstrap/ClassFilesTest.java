package ai.automagik.tracing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build made of this module. */
class ClassFilesTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final int JAVA_8 = 52;
  private static final int JAVA_17 = 61;

  @Test
  void anOldJvmCanLoadThem() throws IOException {
    List<Path> classFiles = filesEndingWith(".class");

    assertThat(classFiles)
        .extracting(file -> file.getFileName().toString())
        .contains("Premain.class", "Main.class", "AgentClassLoader.class", "JavaVersion.class");
    assertThat(classFiles).allSatisfy(file -> assertThat(version(file)).isEqualTo(JAVA_8));
  }

  @Test
  void theDispatcherIsThereButHidden() throws IOException {
    Path dispatcher = CLASSES.resolve("agent/java/lang/AutomagikDispatcher.classdata");

    assertThat(version(dispatcher)).isEqualTo(JAVA_17);
    assertThat(filesEndingWith("AutomagikDispatcher.class")).isEmpty();
  }

  private static List<Path> filesEndingWith(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  private static int version(Path classFile) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(classFile))) {
      assertThat(in.readInt()).isEqualTo(0xcafebabe);
      assertThat(in.readUnsignedShort()).isZero();
      return in.readUnsignedShort();
    }
  }
}
