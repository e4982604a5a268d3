package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the delivery of a piece of text. */
final class StreamTextAdvice {
  private StreamTextAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object handler, @Advice.Argument(0) @Nullable String text) {
    OpenStream stream = OpenStream.find(handler);
    OpenStream.Callback callback = stream == null ? null : stream.callback();
    if (stream != null && callback != null) {
      stream.text(text);
    }
    return callback;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Streams.returned(entered);
  }
}
