package ai.automagik.tracing.instrumentation.concurrency.advice;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Before a stage is attached that depends on two others: its work gets the current span to carry.
 */
final class BiStageAdvice {
  private BiStageAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 2, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(@Advice.Argument(2) @Nullable Object work) {
    return Carried.by(work);
  }
}
