package ai.automagik.tracing.core.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A library to be woven, compiled by the test, since the compiler of the build makes no class files
 * of old Java versions.
 */
final class CompiledLibrary {
  private final Map<String, byte[]> classFiles = new LinkedHashMap<>();

  /**
   * @param sources each begins with the name of its class and a line break
   */
  CompiledLibrary(Path folder, int release, String... sources) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("--release", "" + release, "-Xlint:-options", "-d", folder.toString()));
    for (String source : sources) {
      int end = source.indexOf('\n');
      Path file = folder.resolve(source.substring(0, end) + ".java");
      Files.writeString(file, "package sample.library;\n" + source.substring(end));
      arguments.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int result = compiler.run(null, messages, messages, arguments.toArray(new String[0]));
    assertThat(result).as(messages::toString).isZero();
    try (Stream<Path> files = Files.list(folder.resolve("sample/library"))) {
      for (Path file : files.toList()) {
        String simpleName = file.getFileName().toString().replace(".class", "");
        classFiles.put("sample.library." + simpleName, Files.readAllBytes(file));
      }
    }
  }

  byte[] classFile(String simpleName) {
    return classFiles.get("sample.library." + simpleName);
  }

  /** Puts a woven class file in the place of the original. */
  void replace(String simpleName, byte[] woven) {
    classFiles.put("sample.library." + simpleName, woven);
  }

  /** A new application that has this library. */
  Application application() {
    return new Application(classFiles);
  }

  /** The class loader of one application. */
  static final class Application extends ClassLoader {
    private final Map<String, byte[]> classFiles;

    private Application(Map<String, byte[]> classFiles) {
      super(CompiledLibrary.class.getClassLoader());
      this.classFiles = Map.copyOf(classFiles);
    }

    Class<?> type(String simpleName) throws ClassNotFoundException {
      return loadClass("sample.library." + simpleName);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] classFile = classFiles.get(name.replace(".class", "").replace('/', '.'));
      return classFile == null
          ? super.getResourceAsStream(name)
          : new ByteArrayInputStream(classFile);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] classFile = classFiles.get(name);
      if (classFile == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, classFile, 0, classFile.length);
    }
  }
}
