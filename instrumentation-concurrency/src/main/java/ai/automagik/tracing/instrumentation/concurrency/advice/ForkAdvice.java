package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;

/** Before a fork-join task is forked or invoked: remembers the current span. */
final class ForkAdvice {
  private ForkAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object task) {
    if (Tracer.anyOpen()) { // this is the only cost for those who fork a million times
      Tasks.fork(task);
    }
  }
}
