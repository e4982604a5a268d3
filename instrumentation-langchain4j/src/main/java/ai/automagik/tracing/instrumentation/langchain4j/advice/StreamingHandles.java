package ai.automagik.tracing.instrumentation.langchain4j.advice;

import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import org.jspecify.annotations.Nullable;

/**
 * The handles that cancel a stream. Apart from their callers, because versions before 1.8 lack the
 * types.
 */
final class StreamingHandles {
  private StreamingHandles() {}

  /** The handle in what comes with a piece of an answer; null when nothing does. */
  static @Nullable Object of(@Nullable Object context) {
    if (context == null) {
      return null;
    } else if (context instanceof PartialThinkingContext thinking) {
      return thinking.streamingHandle();
    } else if (context instanceof PartialToolCallContext toolCall) {
      return toolCall.streamingHandle();
    }
    return null;
  }
}
