package ai.automagik.tracing.core.weaving.advice;

import ai.automagik.tracing.core.weaving.TestDispatcher;
import java.util.Arrays;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Notes every call with its arguments and its outcome. */
final class NotingAdvice {
  private NotingAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter(@Advice.AllArguments Object[] arguments) {
    TestDispatcher.note("enter " + Arrays.toString(arguments));
    return "entered";
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned,
      @Advice.Thrown Throwable thrown) {
    TestDispatcher.note(entered + ", exit " + returned + ", " + thrown);
  }
}
