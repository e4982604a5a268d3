package ai.automagik.tracing.smoke.broken;

import net.bytebuddy.asm.Advice;

/** Advice that throws before the method. */
public final class FailsOnEnter {
  private FailsOnEnter() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter() {
    throw new IllegalStateException("broken before");
  }
}
