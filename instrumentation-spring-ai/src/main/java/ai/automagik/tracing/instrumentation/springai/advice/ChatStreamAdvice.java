package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlux;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** After one streamed call of a model was prepared: it is made whenever it is subscribed to. */
final class ChatStreamAdvice {
  private ChatStreamAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This Object model,
      @Advice.Argument(0) @Nullable Prompt prompt,
      @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC, optional = true)
          @Nullable Object previous,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    if (prompt == null || !(answer instanceof Flux<?> flux)) {
      return answer;
    }
    ChatResponse before = previous instanceof ChatResponse response ? response : null;
    return new TracedFlux(flux, () -> ChatStream.begin(model, prompt, before));
  }
}
