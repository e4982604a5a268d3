package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.model.chat.request.ChatRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the begin of a streamed model call. The span ends with the stream, on another thread. */
final class StreamingChatAdvice {
  private StreamingChatAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object model) {
    return Streams.start(model);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Argument(0) ChatRequest request,
      @Advice.Thrown @Nullable Throwable error) {
    Streams.returned(entered, request, error);
  }
}
