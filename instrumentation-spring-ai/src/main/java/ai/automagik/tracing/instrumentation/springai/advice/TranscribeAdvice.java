package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.audio.transcription.AudioTranscriptionPrompt;
import org.springframework.ai.audio.transcription.AudioTranscriptionResponse;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** Around the writing down of speech: one {@code transcribe_audio} span. */
final class TranscribeAdvice {
  private TranscribeAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model, @Advice.Argument(0) @Nullable AudioTranscriptionPrompt prompt) {
    ActiveSpan span = Leaf.begin(Operation.TRANSCRIBE_AUDIO, model, prompt, "text");
    if (span != null && prompt != null) {
      Description.attempt(() -> Leaf.input(span, audio(prompt.getInstructions())));
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable AudioTranscriptionResponse response,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (response != null && response.getResult() != null) {
          Leaf.output(span, Leaf.text(response.getResult().getOutput()));
        }
      } finally {
        span.end(error);
      }
    }
  }

  /** To know how long a file is, somebody would have to ask the disk. */
  private static Message.Media audio(@Nullable Resource resource) {
    return Message.Media.sized(
        "audio",
        null,
        resource instanceof ByteArrayResource bytes
            ? bytes.getByteArray().length
            : Message.Media.UNKNOWN_SIZE);
  }
}
