package ai.automagik.tracing.core.weaving.advice;

import ai.automagik.tracing.core.weaving.TestDispatcher;
import net.bytebuddy.asm.Advice;

/** Notes what was made. */
final class MadeAdvice {
  private MadeAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object made) {
    TestDispatcher.note("made " + made);
  }
}
