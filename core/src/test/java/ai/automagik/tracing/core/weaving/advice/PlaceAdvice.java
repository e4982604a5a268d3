package ai.automagik.tracing.core.weaving.advice;

import ai.automagik.tracing.core.weaving.TestDispatcher;
import net.bytebuddy.asm.Advice;

/** Notes by which loader it was defined. */
final class PlaceAdvice {
  private PlaceAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter() {
    ClassLoader own = PlaceAdvice.class.getClassLoader();
    TestDispatcher.note(
        Integer.toHexString(System.identityHashCode(own))
            + " "
            + Integer.toHexString(System.identityHashCode(own.getParent())));
  }
}
