package ai.automagik.tracing.instrumentation.quarkus.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the work of an AI service's method, which comes right within it, or later and elsewhere
 * when its stream is subscribed to.
 */
final class DeferredAgentAdvice {
  private DeferredAgentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.Argument(1) Object invocation) {
    return OpenStreams.begin(invocation);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    OpenStreams.begun(entered, error);
  }
}
