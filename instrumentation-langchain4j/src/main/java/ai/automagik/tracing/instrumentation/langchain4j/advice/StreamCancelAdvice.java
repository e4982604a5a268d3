package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.StreamOutcome;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the cancelling of a stream by the application. Afterwards LangChain4j calls nobody any
 * more; meanwhile the reading thread may fail because of it.
 */
final class StreamCancelAdvice {
  private StreamCancelAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object handle) {
    OpenStream stream = OpenStream.find(handle);
    if (stream != null) {
      stream.cancelling(true);
    }
    return stream;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof OpenStream stream) {
      if (error == null) {
        stream.breakOff(StreamOutcome.CANCELLED);
      } else {
        stream.cancelling(false); // not every model can
      }
    }
  }
}
