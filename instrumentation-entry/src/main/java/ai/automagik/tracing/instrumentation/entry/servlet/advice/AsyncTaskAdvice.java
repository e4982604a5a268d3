package ai.automagik.tracing.instrumentation.entry.servlet.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Before a container is given work that goes on with a request: its threads are in pools of its
 * own, which nothing follows.
 */
final class AsyncTaskAdvice {
  private AsyncTaskAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(@Advice.Argument(0) Runnable task) {
    ActiveSpan span = Tracer.current();
    return span == null ? null : new Object[] {new OfRequest(span, task)};
  }

  /** Work that has a part in a request, or in what is done for it. */
  private record OfRequest(ActiveSpan span, Runnable task) implements Runnable {
    @Override
    @SuppressWarnings("try") // what is closed is never read
    public void run() {
      try (Tracer.Resumed resumed = Tracer.resume(span)) {
        task.run();
      }
    }
  }
}
