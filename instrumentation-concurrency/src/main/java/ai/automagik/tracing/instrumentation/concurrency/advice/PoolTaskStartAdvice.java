package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** When a pool's thread is about to run a task: the span of its handing over becomes current. */
final class PoolTaskStartAdvice {
  private PoolTaskStartAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.Argument(1) @Nullable Object task) {
    if (task != null && !Tasks.SPANS.isEmpty()) {
      ActiveSpan span = Tasks.SPANS.remove(task);
      if (span != null) {
        Tracer.Resumed unused = Tracer.resume(span);
      }
    }
  }
}
