package ai.automagik.tracing.agent;

import java.lang.instrument.Instrumentation;

/** Stands for the recorder: notes that it was started, and fails when it is told to. */
public final class Recorder {
  private Recorder() {}

  /** Called by Premain. */
  public static void start(String arguments, Instrumentation jvm) {
    if ("fail".equals(arguments)) {
      throw new IllegalStateException("told to");
    }
    System.setProperty(
        "automagik.test.recorder",
        System.getProperty("automagik.test.recorder", "") + "started with " + arguments + ";");
  }
}
