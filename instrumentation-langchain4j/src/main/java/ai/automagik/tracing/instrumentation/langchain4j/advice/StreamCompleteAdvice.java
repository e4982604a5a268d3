package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.model.chat.response.ChatResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the end of a streamed answer. The application's callback runs for the agent, not for the
 * model call.
 */
final class StreamCompleteAdvice {
  private StreamCompleteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object handler, @Advice.Argument(0) @Nullable ChatResponse response) {
    return Streams.complete(handler, response);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Streams.returned(entered);
  }
}
