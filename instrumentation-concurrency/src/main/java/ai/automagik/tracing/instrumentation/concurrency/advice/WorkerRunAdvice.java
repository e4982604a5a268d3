package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the life of a worker of a thread pool: it begins with the span of its first task and
 * leaves nothing behind.
 */
final class WorkerRunAdvice {
  private WorkerRunAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) Object worker) {
    ActiveSpan span = Tasks.take(worker);
    Tracer.forget();
    return span == null ? null : Tracer.resume(span);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit() {
    Tracer.forget();
  }
}
