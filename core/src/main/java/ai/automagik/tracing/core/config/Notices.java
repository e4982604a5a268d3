package ai.automagik.tracing.core.config;

import java.io.PrintStream;

/**
 * The lines that the agent may print: a mistake that the user must mend, and what {@code
 * automagik.log=info} asks for. Nothing else is ever printed. Thread-safe.
 */
public final class Notices {
  private Notices() {}

  /** Prints one line on stderr. */
  public static void line(String text) {
    PrintStream stderr = System.err;
    if (stderr != null) {
      stderr.println("automagik-tracing: " + text.replace('\n', ' ').replace('\r', ' '));
    }
  }
}
