package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;

/**
 * After the making of LangChain4j's own handler around the application's: from here on it stands
 * for the model call.
 */
final class StreamInitAdvice {
  private StreamInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object handler) {
    ActiveSpan span = Tracer.current(Operation.CHAT);
    OpenStream stream = span == null ? null : span.stream();
    if (stream != null) {
      stream.deliveredBy(handler);
    }
  }
}
