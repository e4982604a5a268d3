package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around the start of an AI service's stream, on whatever thread: its first model call belongs to
 * the agent, and holds it open from there.
 */
final class TokenStreamStartAdvice {
  private TokenStreamStartAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object tokenStream) {
    OpenStream promised = OpenStream.find(tokenStream);
    return promised != null && promised.claimEnd() ? promised.lastCallback() : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof OpenStream.Callback start) {
      start.fail(error);
      start.close();
    }
  }
}
