package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import dev.langchain4j.model.chat.response.PartialToolCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the delivery of a piece of a tool call. */
final class StreamToolCallAdvice {
  private StreamToolCallAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object handler,
      @Advice.Argument(0) @Nullable PartialToolCall part,
      @Advice.Argument(value = 1, optional = true) @Nullable Object context) {
    OpenStream stream = OpenStream.find(handler);
    OpenStream.Callback callback = stream == null ? null : stream.callback();
    if (stream != null && callback != null && part != null) {
      stream.toolCall(part.index(), part.id(), part.name(), part.partialArguments());
      stream.cancelledBy(StreamingHandles.of(context));
    }
    return callback;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Streams.returned(entered);
  }
}
