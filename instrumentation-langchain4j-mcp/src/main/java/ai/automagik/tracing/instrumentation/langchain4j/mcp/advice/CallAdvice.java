package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around a method of the client that sends requests and waits for their answers. */
final class CallAdvice {
  private CallAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object onEnter(
      @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object first) {
    return Call.begin(first instanceof String target ? target : null);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof Call call) {
      call.end(error);
    }
  }
}
