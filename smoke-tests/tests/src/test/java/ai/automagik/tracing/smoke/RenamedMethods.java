package ai.automagik.tracing.smoke;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * A folder of LangChain4j's jars in which some methods have other names, everywhere, as a version
 * to come might have it. Stateless.
 */
final class RenamedMethods extends Remapper {
  private static final String LISTENERS = "dev/langchain4j/model/chat/ChatModelListenerUtils";
  private static final String TOOL_REQUEST = "(Ldev/langchain4j/agent/tool/ToolExecutionRequest;";

  private RenamedMethods() {
    super(OpenedClassReader.ASM_API);
  }

  /** Copies the jars, rewritten. */
  static Path copy(Path libraries, Path target) throws IOException {
    Files.createDirectories(target);
    for (Path library : Lab.list(libraries)) {
      Path copy = Files.copy(library, target.resolve(library.getFileName()));
      if (library.getFileName().toString().startsWith("langchain4j")) {
        try (FileSystem jar = FileSystems.newFileSystem(copy)) {
          rewrite(jar.getPath("/dev"));
        }
      }
    }
    return target;
  }

  private static void rewrite(Path folder) throws IOException {
    List<Path> classes;
    try (Stream<Path> all = Files.walk(folder)) {
      classes = all.filter(path -> path.toString().endsWith(".class")).toList();
    }
    for (Path path : classes) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(Files.readAllBytes(path))
          .accept(new ClassRemapper(writer, new RenamedMethods()), 0);
      Files.write(path, writer.toByteArray());
    }
  }

  @Override
  public String mapMethodName(String owner, String name, String descriptor) {
    boolean listener = owner.equals(LISTENERS) && name.equals("onRequest");
    boolean tool = name.startsWith("execute") && descriptor.startsWith(TOOL_REQUEST);
    return listener || tool ? name + "Anew" : name;
  }
}
