package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.model.audio.TextToSpeechRequest;
import dev.langchain4j.model.audio.TextToSpeechResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the speaking of a text: one {@code generate_speech} span. */
final class SpeechAdvice {
  private SpeechAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(0) @Nullable TextToSpeechRequest request) {
    ActiveSpan span = Leaf.begin(Operation.GENERATE_SPEECH, model);
    if (span != null) {
      span.set(Attribute.OUTPUT_TYPE, "speech");
      if (request != null) {
        span.set(Attribute.INPUT_MESSAGES, Inputs.user(new Message.Text(request.text())));
      }
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable TextToSpeechResponse result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (result != null && result.audio() != null) {
          span.set(Attribute.OUTPUT_MESSAGES, Inputs.assistant(MediaParts.audio(result.audio())));
        }
      } finally {
        span.end(error);
      }
    }
  }
}
