package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Message;
import ai.automagik.tracing.core.trace.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.model.ModelRequest;
import org.springframework.ai.model.ModelResponse;
import org.springframework.ai.model.ModelResult;

/** The speaking of texts, whose types are OpenAI's up to 1.0 and Spring's since. Stateless. */
final class Speeches {
  private Speeches() {}

  /** Begins a call; null when it is part of one that is already traced. */
  static @Nullable ActiveSpan begin(Object model, @Nullable ModelRequest<?> prompt) {
    ActiveSpan span = Leaf.begin(Operation.GENERATE_SPEECH, model, prompt, "speech");
    if (span != null && prompt != null) {
      Description.attempt(
          () -> Leaf.input(span, Leaf.text(Getter.TEXT.of(prompt.getInstructions()))));
    }
    return span;
  }

  /** Says what came of a call: of sound only the size is told. */
  static void heard(ActiveSpan span, long bytes) {
    Leaf.output(span, Message.Media.sized("audio", null, bytes));
  }

  static long bytes(ModelResponse<?> response) {
    long bytes = 0;
    for (ModelResult<?> result : response.getResults()) {
      bytes += result.getOutput() instanceof byte[] sound ? sound.length : 0;
    }
    return bytes;
  }
}
