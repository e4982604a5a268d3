package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlux;
import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.orchestration.InvocationContext;
import com.microsoft.semantickernel.services.chatcompletion.ChatCompletionService;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** After the question to a service was prepared: it has a span whenever it is subscribed to. */
final class ChatAdvice {
  private ChatAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This ChatCompletionService service,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object question,
      @Advice.Argument(1) @Nullable Kernel kernel,
      @Advice.Argument(2) @Nullable InvocationContext context,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    if (answer instanceof Mono<?> mono) {
      return Services.callsTools(kernel, context)
          ? new TracedMono(mono, () -> ToolLoop.begin(service, question))
          : Services.isTracedBelow(service)
              ? answer
              : new TracedMono(mono, () -> ChatCall.begin(service, question));
    } else if (answer instanceof Flux<?> flux && !Services.isTracedBelow(service)) {
      return new TracedFlux(flux, () -> ChatCall.begin(service, question));
    }
    return answer;
  }
}
