package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import net.bytebuddy.asm.Advice;

/**
 * Before a chunk of a stream reaches the application: the first one tells how long the answer took
 * to begin.
 */
final class StreamChunkAdvice {
  private StreamChunkAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This Object handler) {
    ActiveSpan span = OpenStreams.CHATS.get(handler);
    if (span != null && span.firstChunk()) {
      span.set(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK, span.elapsedNanos() / 1e9);
    }
  }
}
