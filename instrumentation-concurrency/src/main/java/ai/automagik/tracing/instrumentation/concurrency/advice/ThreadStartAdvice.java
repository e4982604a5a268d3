package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;

/** Before a thread is started by hand: it begins with the current span. */
final class ThreadStartAdvice {
  private ThreadStartAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object thread) {
    if (Tracer.anyOpen() && Tracer.current() != null && !Starter.keepsThread()) {
      Tracer.starts((Thread) thread);
    }
  }
}
