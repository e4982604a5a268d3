package ai.automagik.tracing.instrumentation.agents.embabel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a run of an agent's process, and around a single step that the application asks for. */
final class ProcessAdvice {
  private ProcessAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object process) {
    return ProcessRun.begin(process);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This Object process,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (entered instanceof ActiveSpan span) {
      ProcessRun.end(span, process, thrown);
    }
  }
}
