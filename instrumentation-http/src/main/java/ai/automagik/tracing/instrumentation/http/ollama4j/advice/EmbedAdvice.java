package ai.automagik.tracing.instrumentation.http.ollama4j.advice;

import ai.automagik.tracing.instrumentation.http.SdkCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around a request for embeddings: Ollama may listen where the address alone does not tell that it
 * does.
 */
final class EmbedAdvice {
  private EmbedAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter() {
    return SdkCall.beginWhole("/api/embed");
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof SdkCall call) {
      call.left(null, error);
    }
  }
}
