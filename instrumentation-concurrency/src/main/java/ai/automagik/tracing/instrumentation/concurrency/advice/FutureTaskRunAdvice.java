package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the run of a task: the span of its making is current. */
final class FutureTaskRunAdvice {
  private FutureTaskRunAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object task) {
    ActiveSpan span = Tasks.take(task);
    return span == null ? null : Tracer.resume(span);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Tracer.Interlude interlude) {
      interlude.close();
    }
  }
}
