package ai.automagik.tracing.instrumentation.http.bedrock.advice;

import ai.automagik.tracing.instrumentation.http.SdkCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;

/** Around converse, streamed or not, of Bedrock's clients: one call, whatever requests it takes. */
final class ConverseAdvice {
  private ConverseAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(0) SdkRequest request) {
    return Models.begin(request, "converse");
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
