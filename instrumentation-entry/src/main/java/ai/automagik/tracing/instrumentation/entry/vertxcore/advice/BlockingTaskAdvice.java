package ai.automagik.tracing.instrumentation.entry.vertxcore.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import io.vertx.core.Handler;
import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Before Vert.x is given a task that may block: it may wait in a queue until another task is done,
 * whose thread then takes it.
 */
final class BlockingTaskAdvice {
  private BlockingTaskAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object task) {
    ActiveSpan span = Tracer.current();
    return span != null && (task instanceof Callable || task instanceof Handler)
        ? new Object[] {new BlockingTask(span, SocketMessage.withAnotherPart(), task)}
        : null;
  }
}
