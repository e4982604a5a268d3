package ai.automagik.tracing.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run says about itself in run.json. Unknown fields are ignored; missing ones are empty, 0
 * or null.
 *
 * @param state "running" or "ended"
 * @param counters in the order of the file
 * @param settings in the order of the file; values as text
 */
public record RunInfo(
    String run,
    long pid,
    String service,
    String command,
    String agentVersion,
    String javaVersion,
    String javaVendor,
    long startedEpochMillis,
    long heartbeatEpochMillis,
    String state,
    SpoolInfo spool,
    Map<String, Long> counters,
    List<ModuleInfo> modules,
    Map<String, String> settings) {

  /** A run whose heartbeat is older than this is over, whatever its state says. */
  public static final long HEARTBEAT_TIMEOUT_MILLIS = 10_000;

  /**
   * How the run's spool does.
   *
   * @param state "writing" or "off"
   * @param reason why it is off, or null
   */
  public record SpoolInfo(String state, @Nullable String reason, long files, long bytes) {}

  /**
   * One instrumentation of the run.
   *
   * @param state "plugged" or "unplugged"
   * @param hooks the classes that it found
   * @param unmatched those of them that lack the methods that it expects
   * @param reason why it is unplugged, or null
   */
  public record ModuleInfo(
      String name,
      String state,
      List<String> hooks,
      List<String> unmatched,
      long failures,
      @Nullable String reason) {}

  /** Returns whether the JVM still runs, as far as the heartbeat tells. */
  public boolean alive(long nowEpochMillis) {
    return state.equals("running")
        && nowEpochMillis - heartbeatEpochMillis < HEARTBEAT_TIMEOUT_MILLIS;
  }

  /**
   * Parses the text of a run.json.
   *
   * @throws RuntimeException if it is not a JSON object
   */
  static RunInfo parse(String text) {
    if (!(Json.parse(text) instanceof Map<?, ?> root)) {
      throw new IllegalArgumentException("not a JSON object");
    }
    return new RunInfo(
        text(root, "run"),
        number(root, "pid"),
        text(root, "service"),
        text(root, "command"),
        text(root, "agentVersion"),
        text(root, "javaVersion"),
        text(root, "javaVendor"),
        number(root, "startedEpochMillis"),
        number(root, "heartbeatEpochMillis"),
        text(root, "state"),
        spool(object(root, "spool")),
        counters(object(root, "counters")),
        modules(root.get("modules")),
        settings(object(root, "settings")));
  }

  private static SpoolInfo spool(Map<?, ?> spool) {
    return new SpoolInfo(
        text(spool, "state"),
        textOrNull(spool, "reason"),
        number(spool, "files"),
        number(spool, "bytes"));
  }

  private static Map<String, Long> counters(Map<?, ?> object) {
    Map<String, Long> counters = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (value instanceof Number number) {
            counters.put(String.valueOf(name), number.longValue());
          }
        });
    return counters;
  }

  private static List<ModuleInfo> modules(@Nullable Object value) {
    List<ModuleInfo> modules = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Map<?, ?> module) {
          modules.add(
              new ModuleInfo(
                  text(module, "name"),
                  text(module, "state"),
                  texts(module.get("hooks")),
                  texts(module.get("unmatched")),
                  number(module, "failures"),
                  textOrNull(module, "reason")));
        }
      }
    }
    return modules;
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static Map<String, String> settings(Map<?, ?> object) {
    Map<String, String> settings = new LinkedHashMap<>();
    object.forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
    return settings;
  }

  private static Map<?, ?> object(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> object ? object : Map.of();
  }

  private static String text(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof String text ? text : "";
  }

  private static @Nullable String textOrNull(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof String text ? text : null;
  }

  private static long number(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
