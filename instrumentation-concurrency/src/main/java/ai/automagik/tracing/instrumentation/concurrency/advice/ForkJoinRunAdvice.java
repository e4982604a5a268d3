package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the run of a fork-join task: the span of its forking is current, or nothing. The thread
 * may be in the middle of something else, and only help while it waits.
 */
final class ForkJoinRunAdvice {
  private ForkJoinRunAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object task) {
    return Tracer.anyOpen() ? Tracer.resumeOnly(Tasks.takeForked(task)) : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    if (entered instanceof Tracer.Interlude interlude) {
      interlude.close();
    }
  }
}
