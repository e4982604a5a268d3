package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the start of an AI service's stream, on whatever thread: its first model call belongs to
 * the agent.
 */
final class TokenStreamStartAdvice {
  private TokenStreamStartAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object tokenStream) {
    ActiveSpan agent = OpenStreams.AGENTS.remove(tokenStream);
    return agent == null ? null : Tracer.resume(agent);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof Tracer.Resumed resumed) {
      resumed.close();
      resumed.span().fail(error);
      // The stream of the model call, if it came to one, holds the agent open from here.
      if (resumed.span().streamClosed()) {
        resumed.span().end(error);
      }
    }
  }
}
