package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.model.ModelRequest;
import org.springframework.ai.model.ModelResponse;

/** Around the speaking of a text: one {@code generate_speech} span. */
final class SpeechAdvice {
  private SpeechAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC)
          @Nullable ModelRequest<?> prompt) {
    return Speeches.begin(model, prompt);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable ModelResponse<?> response,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (response != null) {
          Speeches.heard(span, Speeches.bytes(response));
        }
      } finally {
        span.end(error);
      }
    }
  }
}
