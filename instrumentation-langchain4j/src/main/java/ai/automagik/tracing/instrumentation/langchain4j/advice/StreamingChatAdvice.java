package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the begin of a streamed model call. The span ends with the stream, on another thread. */
final class StreamingChatAdvice {
  private StreamingChatAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter() {
    ActiveSpan span = Tracer.start(Operation.CHAT);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.REQUEST_STREAM, true);
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      if (error != null) {
        Streams.ended(span, error);
      }
    }
  }
}
