package ai.automagik.tracing.agent;

import java.io.IOException;

/** Stands for the reader: notes that it was called, and fails when it is told to. */
public final class Reader {
  private Reader() {}

  /** Called by Main. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      throw new IOException("told to");
    }
    System.setProperty(
        "automagik.test.reader",
        String.join(",", arguments) + " in " + Thread.currentThread().getContextClassLoader());
  }
}
