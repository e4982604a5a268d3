package ai.automagik.tracing.agent;

import ai.automagik.tracing.viewer.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that {@code doctor} has looked at.
 *
 * @param what in a sentence without its full stop
 * @param remedy what to do; null when nothing is to be done
 */
record Finding(Terminal.Verdict verdict, String what, @Nullable String remedy) {
  static Finding fine(String what) {
    return new Finding(Terminal.Verdict.FINE, what, null);
  }

  static Finding note(String what, String remedy) {
    return new Finding(Terminal.Verdict.NOTE, what, remedy);
  }

  static Finding wrong(String what, String remedy) {
    return new Finding(Terminal.Verdict.WRONG, what, remedy);
  }
}
