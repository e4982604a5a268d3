package ai.automagik.tracing.instrumentation.langchain4j.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the failure of a streamed answer. */
final class StreamErrorAdvice {
  private StreamErrorAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object handler, @Advice.Argument(0) @Nullable Throwable error) {
    return Streams.fail(handler, error);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Streams.returned(entered);
  }
}
