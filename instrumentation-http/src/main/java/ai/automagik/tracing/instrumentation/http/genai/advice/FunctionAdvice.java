package ai.automagik.tracing.instrumentation.http.genai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import java.lang.reflect.Method;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around the call of a method of the application's that a model has asked for. */
final class FunctionAdvice {
  private FunctionAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) Method method,
      @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Map<?, ?> arguments) {
    return Functions.begin(method, arguments);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Functions.end(span, result, error);
    }
  }
}
