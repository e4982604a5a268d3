package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the delivery of a piece of text that comes with a handle to cancel the stream. */
final class StreamResponseAdvice {
  private StreamResponseAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object handler,
      @Advice.Argument(0) @Nullable PartialResponse response,
      @Advice.Argument(1) @Nullable PartialResponseContext context) {
    OpenStream stream = OpenStream.find(handler);
    OpenStream.Callback callback = stream == null ? null : stream.callback();
    if (stream != null && callback != null) {
      stream.text(response == null ? null : response.text());
      stream.cancelledBy(context == null ? null : context.streamingHandle());
    }
    return callback;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Streams.returned(entered);
  }
}
