package ai.automagik.tracing.benchmarks;

import ai.automagik.tracing.testing.JavaHomes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JDK of this machine. */
record Jdk(int featureVersion, Path home) {
  private static final List<Integer> MEASURED_VERSIONS = List.of(17, 25);

  /** Those that are measured, as far as this machine has them; the oldest first. */
  static List<Jdk> found() {
    List<Jdk> found = new ArrayList<>();
    for (int version : MEASURED_VERSIONS) {
      JavaHomes.find(version).ifPresent(home -> found.add(new Jdk(version, home)));
    }
    if (found.isEmpty()) {
      found.add(new Jdk(Runtime.version().feature(), JavaHomes.running()));
    }
    return found;
  }

  String java() {
    return home.resolve("bin").resolve("java").toString();
  }

  @Override
  public String toString() {
    return "JDK " + featureVersion;
  }
}
