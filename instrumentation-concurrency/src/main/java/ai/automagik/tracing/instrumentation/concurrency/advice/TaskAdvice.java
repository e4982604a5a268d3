package ai.automagik.tracing.instrumentation.concurrency.advice;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Before an executor takes a task that nobody can see again: the task gets the current span to
 * carry.
 */
final class TaskAdvice {
  private TaskAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(@Advice.Argument(0) @Nullable Object work) {
    return Carried.task(work);
  }
}
