package ai.automagik.tracing.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the JDKs of this machine. */
public final class JavaHomes {

  private static final List<Path> WELL_KNOWN_FOLDERS =
      List.of(Path.of("/usr/lib/jvm"), Path.of("/opt/java"), Path.of("/opt"));

  private JavaHomes() {}

  /** Returns the home of the running JVM. */
  public static Path running() {
    return Path.of(System.getProperty("java.home"));
  }

  /**
   * Finds a JDK by its feature version, for example 25.
   *
   * <p>Looks at the environment variable {@code JAVA25_HOME}, at {@code JAVA_HOME_25_X64} and
   * {@code JAVA_HOME_25_ARM64}, at the running JVM, and into {@code /usr/lib/jvm}, {@code
   * /opt/java} and {@code /opt}. Empty when there is none.
   */
  public static Optional<Path> find(int featureVersion) {
    return candidates(featureVersion).stream()
        .filter(home -> isFeatureVersion(home, featureVersion))
        .findFirst();
  }

  private static List<Path> candidates(int featureVersion) {
    List<Path> homes = new ArrayList<>();
    List<String> variables =
        List.of(
            "JAVA" + featureVersion + "_HOME",
            "JAVA_HOME_" + featureVersion + "_X64",
            "JAVA_HOME_" + featureVersion + "_ARM64");
    for (String variable : variables) {
      String home = System.getenv(variable);
      if (home != null && !home.isBlank()) {
        homes.add(Path.of(home));
      }
    }
    homes.add(running());
    for (Path folder : WELL_KNOWN_FOLDERS) {
      if (Files.isDirectory(folder) && Files.isReadable(folder)) {
        try (Stream<Path> children = Files.list(folder)) {
          children.sorted().forEach(homes::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return homes;
  }

  private static boolean isFeatureVersion(Path home, int featureVersion) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.isReadable(release)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines.anyMatch(
          line -> line.matches("JAVA_VERSION=\"" + featureVersion + "([.+-].*)?\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
