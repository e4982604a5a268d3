package ai.automagik.tracing.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A version of a library as a folder of jars, copied by Maven and kept for the next time. */
final class VersionedLibraries {
  private static final String GOAL = "dependency:copy-dependencies";

  private VersionedLibraries() {}

  /** The folder; none when Maven cannot obtain that version, and says why in a log beside it. */
  static Optional<Path> obtain(Family family, String version)
      throws IOException, InterruptedException {
    Path cache = Path.of(System.getProperty("smoke.cache")).toAbsolutePath();
    Path folder = cache.resolve(family.name() + "-" + version);
    if (Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    // Complete or not there at all: the folder gets its name last.
    Path unfinished = cache.resolve(family.name() + "-" + version + ".new");
    delete(unfinished);
    Files.createDirectories(unfinished);
    File log = cache.resolve(family.name() + "-" + version + ".log").toFile();
    if (maven(family, version, unfinished).redirectOutput(log).start().waitFor() != 0) {
      return Optional.empty();
    }
    return Optional.of(Files.move(unfinished, folder));
  }

  private static ProcessBuilder maven(Family family, String version, Path target) {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", GOAL));
    Path module = Lab.MODULES.resolve("libraries-" + family.name() + "-newest");
    command.addAll(List.of("-f", module.resolve("pom.xml").toString()));
    command.add("-DincludeScope=runtime");
    command.add("-DoutputDirectory=" + target);
    family.properties().apply(version).forEach(property -> command.add("-D" + property));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
