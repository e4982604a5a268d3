package ai.automagik.tracing.core.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** All places where a test may put settings, none of them those of the machine that it runs on. */
final class Places {
  final Map<String, String> arguments = new TreeMap<>();
  final Map<String, String> properties = new TreeMap<>();
  final Map<String, String> variables = new TreeMap<>();
  final Path userHome;
  final Path workingFolder;

  Places(Path root) throws IOException {
    userHome = Files.createDirectory(root.resolve("user"));
    workingFolder = Files.createDirectory(root.resolve("work"));
  }

  Path envFile() {
    return workingFolder.resolve(".env");
  }

  Path propertiesFile() {
    return workingFolder.resolve("automagik.properties");
  }

  Path userFile() throws IOException {
    return Files.createDirectories(userHome.resolve(".automagik")).resolve("config.properties");
  }

  Path optOutFile() {
    return userHome.resolve(".automagik-no-tracing");
  }

  Config load() {
    return Config.load(
        new Surroundings(
            arguments, properties, variables, userHome.toFile(), workingFolder.toFile()));
  }
}
