package ai.automagik.tracing.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JVM's own log of the classes that a program loaded. */
record ClassLog(Path file) {
  private static final Pattern LINE = Pattern.compile("^(?:\\[[^]]*])*\\s*(\\S+) source: .*");

  static ClassLog in(Path folder) {
    return new ClassLog(folder.resolveSibling(folder.getFileName() + "-classes.log"));
  }

  String jvmArgument() {
    return "-Xlog:class+load:file=" + file;
  }

  List<String> classes() {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(LINE::matcher).filter(Matcher::matches).map(m -> m.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What of the agent's was loaded, down to its entry. */
  List<String> agentClasses() {
    return classes().stream()
        .filter(name -> name.contains("automagik") || name.contains("Automagik"))
        .toList();
  }

  List<String> asmClasses() {
    return classes().stream().filter(name -> name.contains(".shaded.asm.")).toList();
  }

  /** What is there once the first class has been, or could have been, woven. */
  List<String> weavingClasses() {
    return agentClasses().stream()
        .filter(name -> name.contains("AutomagikDispatcher") || name.contains(".weaving.Weaver"))
        .filter(name -> !name.contains("WeavingTransformer"))
        .toList();
  }
}
