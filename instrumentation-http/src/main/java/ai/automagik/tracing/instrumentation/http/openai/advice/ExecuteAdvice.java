package ai.automagik.tracing.instrumentation.http.openai.advice;

import ai.automagik.tracing.instrumentation.http.SdkCall;
import com.openai.core.http.HttpRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the client of OpenAI's SDK that repeats requests which were refused: every call comes
 * through here once, whatever HTTP client is below.
 */
final class ExecuteAdvice {
  private ExecuteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) HttpRequest request) {
    return SdkCall.begin("openai", request.method().name(), request.pathSegments());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Object response,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof SdkCall call) {
      call.left(response, error);
    }
  }
}
