package ai.automagik.tracing.instrumentation.http.ollama4j.advice;

import ai.automagik.tracing.instrumentation.http.SdkCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around a completion, whose answer is streamed or not: Ollama may listen where the address alone
 * does not tell that it does.
 */
final class GenerateAdvice {
  private GenerateAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter() {
    return SdkCall.beginWhole("/api/generate");
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof SdkCall call) {
      call.left(null, error);
    }
  }
}
