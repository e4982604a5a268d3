package ai.automagik.tracing.core.weaving.advice;

import ai.automagik.tracing.core.weaving.TestDispatcher;
import java.util.Arrays;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Notes the arguments when the method ends, whatever the method did with their variables. */
final class EverythingAdvice {
  private EverythingAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter(@Advice.AllArguments Object[] arguments) {
    return arguments;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter Object entered,
      @Advice.AllArguments Object[] arguments,
      @Advice.Argument(value = 7, optional = true, typing = Assigner.Typing.DYNAMIC) Object eighth,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned,
      @Advice.Thrown Throwable thrown) {
    TestDispatcher.note(
        Arrays.equals((Object[]) entered, arguments)
            + " "
            + Arrays.toString(arguments)
            + " "
            + eighth
            + " "
            + returned
            + " "
            + thrown);
  }
}
