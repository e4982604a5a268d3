package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After the making of LangChain4j's own handler around the application's: from here on it stands
 * for the model call.
 */
final class StreamInitAdvice {
  private StreamInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object handler, @Advice.AllArguments @Nullable Object[] arguments) {
    ActiveSpan span = Tracer.current(Operation.CHAT);
    if (span != null) {
      for (Object argument : arguments) {
        if (argument != null && OpenStreams.CHATS.get(argument) == span) {
          OpenStreams.CHATS.remove(argument);
        }
      }
      OpenStreams.CHATS.put(handler, span);
    }
  }
}
