package ai.automagik.tracing.core.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one JVM with their sources. Immutable.
 *
 * <p>Precedence: agent argument, system property, environment, {@code ./.env}, {@code
 * ./automagik.properties}, {@code config.properties} in the agent's home, default. A text that does
 * not parse is reported in {@link #problems()} and the default holds; a lower source does not step
 * in, because the user meant to override it.
 */
public final class Config {
  private static final long MAX_FILE_BYTES = 1 << 20;

  private final Map<Option<?>, Setting<?>> settings = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final @Nullable String offReason;

  private Config(Surroundings surroundings) {
    List<Source> sources = new ArrayList<>();
    sources.add(Source.arguments(surroundings.agentArguments()));
    sources.add(Source.properties(surroundings.properties()));
    sources.add(Source.variables("environment", surroundings.variables()));
    sources.add(Source.variables("./.env", file(new File(surroundings.workingFolder(), ".env"))));
    sources.add(
        Source.properties(
            "./automagik.properties",
            file(new File(surroundings.workingFolder(), "automagik.properties"))));
    String chosenHome = resolve(Options.HOME, sources).value();
    File home =
        chosenHome == null ? new File(surroundings.userHome(), ".automagik") : new File(chosenHome);
    sources.add(
        Source.properties(
            "~/.automagik/config.properties", file(new File(home, "config.properties"))));
    for (Option<?> option : Options.ALL) {
      settings.put(option, resolve(option, sources));
    }
    if (chosenHome == null) {
      settings.put(Options.HOME, new Setting<>(Options.HOME, home.getPath(), "default"));
    }
    offReason =
        chosenHome == null && !surroundings.userHome().isAbsolute()
            ? homeless(surroundings)
            : OffSwitch.reason(this, surroundings);
  }

  /**
   * Reads all sources. Never throws; what could not be read or understood is in {@link
   * #problems()}.
   */
  public static Config load(Surroundings surroundings) {
    return new Config(surroundings);
  }

  /** Why the agent is off, in a form that ends a sentence; null when it is on. */
  public @Nullable String offReason() {
    return offReason;
  }

  /** One line each: what is wrong, where, and what would be right. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** What an option came to, and why. */
  @SuppressWarnings("unchecked") // put together by resolve(), which keeps the types together
  public <T> Setting<T> setting(Option<T> option) {
    Setting<T> setting = (Setting<T>) settings.get(option);
    if (setting == null) {
      throw new IllegalArgumentException(option + " is missing in Options.ALL");
    }
    return setting;
  }

  /** The value of an option that has a default. */
  public <T> T get(Option<T> option) {
    T value = setting(option).value();
    if (value == null) {
      throw new IllegalArgumentException(option + " has no default: use setting()");
    }
    return value;
  }

  /** The agent's home folder. */
  public File home() {
    return new File(get(Options.HOME));
  }

  /** In a container whose user has no entry in passwd, the JVM calls the home folder "?". */
  private String homeless(Surroundings surroundings) {
    String reason =
        "the user has no home folder (user.home is \"" + surroundings.userHome() + "\")";
    problem(reason + "; set " + Options.HOME.variable() + " to a folder that can be written");
    return reason;
  }

  private <T> Setting<T> resolve(Option<T> option, List<Source> sources) {
    for (Source source : sources) {
      Source.Entry entry = source.find(option);
      if (entry != null) {
        T value = option.parse(entry.text());
        if (value != null) {
          return new Setting<>(option, value, entry.place());
        }
        problem(
            entry.place()
                + " is \""
                + shorten(entry.text())
                + "\", expected "
                + option.form()
                + "; using "
                + option.defaultValue());
        return new Setting<>(
            option,
            option.defaultValue(),
            "default, because " + entry.place() + " is not " + option.form());
      }
    }
    return new Setting<>(option, option.defaultValue(), "default");
  }

  private void problem(String line) {
    if (!problems.contains(line)) {
      problems.add(line);
    }
  }

  private Map<String, String> file(File file) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!file.isFile()) {
      return values;
    }
    if (file.length() > MAX_FILE_BYTES) {
      problem(file.getPath() + " is larger than 1 MB and was not read");
      return values;
    }
    try (Reader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
      if (file.getName().equals(".env")) {
        return EnvFile.read(in);
      }
      Properties properties = new Properties();
      properties.load(in);
      for (String name : properties.stringPropertyNames()) {
        values.put(name, unquote(properties.getProperty(name)));
      }
    } catch (IOException | IllegalArgumentException e) {
      problem(file.getPath() + " could not be read: " + e.getMessage());
    }
    return values;
  }

  private static String unquote(String text) {
    String trimmed = text.trim();
    boolean quoted =
        trimmed.length() >= 2
            && (trimmed.charAt(0) == '"' || trimmed.charAt(0) == '\'')
            && trimmed.charAt(trimmed.length() - 1) == trimmed.charAt(0);
    return quoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
  }

  private static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
