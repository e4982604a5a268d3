package ai.automagik.tracing.core.export;

import java.io.File;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One life of a traced JVM.
 *
 * @param id the name of its folder in the spool; sorts by time
 * @param service the application's name
 * @param command the main class or jar, without arguments, which may hold secrets
 */
public record Run(
    String id,
    String service,
    String command,
    long pid,
    String agentVersion,
    String javaVersion,
    String javaVendor,
    long startedEpochMillis) {

  /** The run of this JVM, as of now. */
  public static Run ofThisJvm(@Nullable String serviceName, String agentVersion) {
    long now = System.currentTimeMillis();
    long pid = ProcessHandle.current().pid();
    String command =
        command(
            System.getProperty("sun.java.command", ""), System.getProperty("java.class.path", ""));
    // A formatter of dates would load sixty classes more.
    LocalDateTime time = LocalDateTime.ofEpochSecond(now / 1000, 0, ZoneOffset.UTC);
    String id =
        String.format(
            Locale.ROOT,
            "%04d%02d%02d-%02d%02d%02d-%d-%04x",
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            pid,
            ThreadLocalRandom.current().nextInt(0x10000));
    return new Run(
        id,
        serviceName == null ? simpleName(command) : serviceName,
        command,
        pid,
        agentVersion,
        System.getProperty("java.version", "unknown"),
        System.getProperty("java.vendor", "unknown"),
        now);
  }

  /**
   * {@code com.acme.Main --key x} becomes {@code com.acme.Main}.
   *
   * @param classPath begins with the jar, if there is one: its path may contain spaces
   */
  static String command(String javaCommand, String classPath) {
    String trimmed = javaCommand.trim();
    int separator = classPath.indexOf(File.pathSeparatorChar);
    String first = (separator < 0 ? classPath : classPath.substring(0, separator)).trim();
    if (!first.isEmpty() && (trimmed + " ").startsWith(first + " ")) {
      return first;
    }
    int space = trimmed.indexOf(' ');
    String command = space < 0 ? trimmed : trimmed.substring(0, space);
    return command.isEmpty() ? "java" : command;
  }

  /** {@code com.acme.Main} becomes {@code Main}, {@code /opt/shop.jar} becomes {@code shop}. */
  static String simpleName(String command) {
    String name =
        command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
    if (name.endsWith(".jar")) {
      return name.substring(0, name.length() - 4);
    }
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
