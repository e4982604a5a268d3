package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlux;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import reactor.core.publisher.Flux;

/** After a chat client has prepared a stream: each subscription is a call of it. */
final class AgentStreamAdvice {
  private AgentStreamAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This Object call,
      @Advice.Argument(0) @Nullable ChatClientRequest request,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    return answer instanceof Flux<?> flux
        ? new TracedFlux(flux, () -> AgentStream.begin(call, request))
        : answer;
  }
}
