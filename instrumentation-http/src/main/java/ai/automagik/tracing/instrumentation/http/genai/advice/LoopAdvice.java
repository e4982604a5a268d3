package ai.automagik.tracing.instrumentation.http.genai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import com.google.genai.types.GenerateContentConfig;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the generation of content, with methods of the application's that the SDK calls by itself
 * when the model asks for them, until it asks for no more.
 */
final class LoopAdvice {
  private LoopAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) @Nullable String model,
      @Advice.Argument(2) @Nullable GenerateContentConfig config) {
    return config == null ? null : Functions.beginLoop(model, config);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Object response,
      @Advice.Thrown @Nullable Throwable error) {
    if (!(entered instanceof ActiveSpan span)) {
      return;
    }
    Tracer.leave(span);
    if (error == null && response instanceof CompletableFuture<?> promise) {
      CompletableFuture<?> unused =
          promise.whenComplete((result, failure) -> span.end(Functions.cause(failure)));
    } else {
      span.end(error);
    }
  }
}
