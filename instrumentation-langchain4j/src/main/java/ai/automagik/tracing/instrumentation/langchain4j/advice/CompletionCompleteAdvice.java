package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import dev.langchain4j.model.output.Response;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the end of a streamed text completion. */
final class CompletionCompleteAdvice {
  private CompletionCompleteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object handler, @Advice.Argument(0) @Nullable Response<?> response) {
    OpenStream stream = OpenStream.find(handler);
    if (stream == null || !stream.claimEnd()) {
      return null;
    }
    boolean described = false;
    try {
      if (response != null && stream.call() != null) {
        CompletionAttributes.response(stream.call(), response);
      }
      described = true;
    } finally {
      stream.complete();
      if (!described) {
        stream.close(); // there will be no callback to do it
      }
    }
    return stream.lastCallback();
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@Advice.Enter @Nullable Object entered) {
    Streams.returned(entered);
  }
}
