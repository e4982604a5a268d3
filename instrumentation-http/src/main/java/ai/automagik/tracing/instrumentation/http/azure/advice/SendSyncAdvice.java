package ai.automagik.tracing.instrumentation.http.azure.advice;

import ai.automagik.tracing.instrumentation.http.SdkCall;
import com.azure.core.http.HttpRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the sending of a request through a client's pipeline, with its retries: every synchronous
 * call comes through here once, whatever HTTP client is below.
 */
final class SendSyncAdvice {
  private SendSyncAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) HttpRequest request) {
    return Requests.begin(request);
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
