package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around each attempt at an action that the planner of a process has chosen. */
final class ActionAdvice {
  private ActionAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object action) {
    return ActionRun.begin(action);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object status,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (entered instanceof ActiveSpan span) {
      ActionRun.end(span, status, thrown);
    }
  }
}
