package ai.automagik.tracing.bootstrap;

import java.io.File;
import java.lang.instrument.Instrumentation;

/**
 * The agent's entry: {@code java -javaagent:automagik-tracing.jar}.
 *
 * <p>Compiled for Java 8 so that an old JVM gets a sentence instead of an {@code
 * UnsupportedClassVersionError}. Whatever goes wrong here costs one line on stderr and no more: the
 * application starts as if the agent were not there.
 */
public final class Premain {
  private static boolean attached;

  private Premain() {}

  /**
   * Called by the JVM before {@code main}. A second call, from a second {@code -javaagent}, does
   * nothing.
   */
  public static synchronized void premain(String arguments, Instrumentation jvm) {
    if (attached) {
      return;
    }
    attached = true;
    String unsupported =
        JavaVersion.unsupported(System.getProperty("java.specification.version", ""));
    if (unsupported != null) {
      off(unsupported);
      return;
    }
    try {
      new AgentClassLoader(ownJar())
          .loadClass("ai.automagik.tracing.agent.Recorder")
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, arguments, jvm);
    } catch (Throwable failure) {
      off("could not start: " + (failure.getCause() == null ? failure : failure.getCause()));
    }
  }

  static File ownJar() throws Exception {
    return new File(Premain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void off(String reason) {
    System.err.println("automagik-tracing: " + reason + "; tracing is off");
  }
}
