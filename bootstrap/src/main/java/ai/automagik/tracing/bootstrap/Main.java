package ai.automagik.tracing.bootstrap;

import java.lang.reflect.InvocationTargetException;

/**
 * The reader's entry: {@code java -jar automagik-tracing.jar <command>}. Compiled for Java 8 like
 * {@link Premain}.
 */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) throws Throwable {
    String unsupported =
        JavaVersion.unsupported(System.getProperty("java.specification.version", ""));
    if (unsupported != null) {
      System.err.println("automagik-tracing: " + unsupported);
      System.exit(1);
    }
    ClassLoader loader = new AgentClassLoader(Premain.ownJar());
    Thread.currentThread().setContextClassLoader(loader);
    try {
      loader
          .loadClass("ai.automagik.tracing.agent.Reader")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
