package ai.automagik.tracing.instrumentation.quarkus.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the start of an AI service's stream, on whatever thread: its first model call belongs to
 * the agent. A Multi that is subscribed to again does that for nobody.
 */
final class StreamStartAdvice {
  private StreamStartAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object stream) {
    return OpenStreams.begin(stream);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    OpenStreams.begun(entered, error);
  }
}
