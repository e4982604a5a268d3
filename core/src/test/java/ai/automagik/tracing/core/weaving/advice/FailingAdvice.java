package ai.automagik.tracing.core.weaving.advice;

import ai.automagik.tracing.core.weaving.TestDispatcher;
import net.bytebuddy.asm.Advice;

/** Fails before and after the call. */
final class FailingAdvice {
  private FailingAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter() {
    TestDispatcher.note("enter");
    throw new IllegalStateException("on enter");
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter Object entered) {
    TestDispatcher.note("exit " + entered);
    throw new AssertionError("on exit");
  }
}
