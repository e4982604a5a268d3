package ai.automagik.tracing.smoke.broken;

import net.bytebuddy.asm.Advice;

/** Advice that throws an error after the method, whether it returned or threw. */
public final class FailsOnExit {
  private FailsOnExit() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit() {
    throw new AssertionError("broken after");
  }
}
