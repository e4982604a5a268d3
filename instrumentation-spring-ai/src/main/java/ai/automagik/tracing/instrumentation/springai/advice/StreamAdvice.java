package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlux;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** After a stream was prepared: of one call of a model, or of all with the tools that it calls. */
final class StreamAdvice {
  private StreamAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This Object model,
      @Advice.Argument(0) @Nullable Prompt prompt,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    if (prompt == null || !(answer instanceof Flux<?> flux)) {
      return answer;
    }
    return ToolLoops.hasInternalStream(model)
        ? new TracedFlux(flux, () -> AgentStream.beginLoop(model, prompt))
        : new TracedFlux(flux, () -> ChatStream.begin(model, prompt, null));
  }
}
