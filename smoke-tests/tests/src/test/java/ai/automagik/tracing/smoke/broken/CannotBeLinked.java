package ai.automagik.tracing.smoke.broken;

import net.bytebuddy.asm.Advice;

/** Advice that names a class which is not there, as after an incompatible change of a library. */
public final class CannotBeLinked {
  private CannotBeLinked() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter(@Advice.This Object model) {
    return new Missing(model);
  }

  /** Left out of the jar. */
  record Missing(Object model) {}
}
