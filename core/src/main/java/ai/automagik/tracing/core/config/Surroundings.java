package ai.automagik.tracing.core.config;

import java.io.File;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Everything outside the program that decides about its settings, taken once. Immutable.
 *
 * @param agentArguments what stood behind the jar: {@code
 *     -javaagent:automagik-tracing.jar=service=shop,log=info}
 * @param properties system properties
 * @param variables environment variables
 * @param userHome the user's home folder, which may not exist
 * @param workingFolder the folder the JVM was started in
 */
public record Surroundings(
    Map<String, String> agentArguments,
    Map<String, String> properties,
    Map<String, String> variables,
    File userHome,
    File workingFolder) {

  /** Those of this JVM. */
  public static Surroundings ofThisJvm(String agentArguments) {
    Properties system = System.getProperties();
    Map<String, String> properties = new TreeMap<>();
    for (String name : system.stringPropertyNames()) {
      properties.put(name, system.getProperty(name));
    }
    return new Surroundings(
        parseArguments(agentArguments),
        properties,
        System.getenv(),
        new File(system.getProperty("user.home", "")),
        new File(system.getProperty("user.dir", "")));
  }

  /** {@code a=b,c} becomes {a: b, c: true}. */
  static Map<String, String> parseArguments(String text) {
    Map<String, String> arguments = new TreeMap<>();
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      int equals = text.indexOf('=', start);
      if (equals >= 0 && equals < end) {
        arguments.put(text.substring(start, equals).trim(), text.substring(equals + 1, end).trim());
      } else if (end > start) {
        arguments.put(text.substring(start, end).trim(), "true");
      }
      start = end + 1;
    }
    return arguments;
  }
}
