package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlux;
import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.model.ModelRequest;
import reactor.core.publisher.Flux;

/**
 * After streamed speech was prepared: it is a call whenever it is subscribed to, unless the model
 * has spoken by then and the stream is no more than its whole answer.
 */
final class SpeechStreamAdvice {
  private SpeechStreamAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This Object model,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC)
          @Nullable ModelRequest<?> prompt,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    return prompt == null || answer instanceof Callable || !(answer instanceof Flux<?> flux)
        ? answer
        : new TracedFlux(flux, () -> SpeechStream.begin(model, prompt));
  }
}
