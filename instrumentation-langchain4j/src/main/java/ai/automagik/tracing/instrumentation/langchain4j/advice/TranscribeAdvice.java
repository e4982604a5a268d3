package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.model.audio.AudioTranscriptionRequest;
import dev.langchain4j.model.audio.AudioTranscriptionResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the writing down of speech: one {@code transcribe_audio} span. */
final class TranscribeAdvice {
  private TranscribeAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(0) @Nullable AudioTranscriptionRequest request) {
    ActiveSpan span = Leaf.begin(Operation.TRANSCRIBE_AUDIO, model);
    if (span != null) {
      span.set(Attribute.OUTPUT_TYPE, "text");
      if (request != null) {
        span.set(Attribute.REQUEST_TEMPERATURE, request.temperature());
        span.set(
            Attribute.INPUT_MESSAGES,
            Inputs.user(
                request.prompt() == null ? null : new Message.Text(request.prompt()),
                request.audio() == null ? null : MediaParts.audio(request.audio())));
        span.set(Attribute.INPUT_MULTIMODAL, request.audio() == null ? null : true);
      }
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable AudioTranscriptionResponse result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (result != null) {
          span.set(Attribute.OUTPUT_MESSAGES, Inputs.assistant(new Message.Text(result.text())));
        }
      } finally {
        span.end(error);
      }
    }
  }
}
