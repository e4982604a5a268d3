package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import dev.langchain4j.model.chat.response.PartialThinking;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the delivery of a piece of what a model thinks. */
final class StreamThinkingAdvice {
  private StreamThinkingAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object handler,
      @Advice.Argument(0) @Nullable PartialThinking thinking,
      @Advice.Argument(value = 1, optional = true) @Nullable Object context) {
    OpenStream stream = OpenStream.find(handler);
    OpenStream.Callback callback = stream == null ? null : stream.callback();
    if (stream != null && callback != null) {
      stream.reasoning(thinking == null ? null : thinking.text());
      stream.cancelledBy(StreamingHandles.of(context));
    }
    return callback;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Streams.returned(entered);
  }
}
