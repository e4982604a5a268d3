package ai.automagik.tracing.core.weaving.advice;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Puts other text in the place of the first argument, and of the result; empty text is left. */
final class ChangingAdvice {
  private ChangingAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 0, index = 1, typing = Assigner.Typing.DYNAMIC))
  public static Object[] onEnter(@Advice.Argument(0) Object text) {
    return text.equals("") ? null : new Object[] {null, text.equals("1") ? 1 : text + "!"};
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static Object onExit(@Advice.Return Object returned, @Advice.Argument(0) Object text) {
    return text.equals("") ? null : returned.equals("2") ? 2 : returned + " of " + text;
  }
}
