package ai.automagik.tracing.instrumentation.entry.webflux.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** After Spring has prepared the answer to a request: it has a span when it is worked out. */
final class ExchangeAdvice {
  private ExchangeAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Argument(0) ServerWebExchange exchange,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    return answer instanceof Mono<?> mono
        ? new TracedMono(mono, () -> ExchangeCall.begin(exchange))
        : answer;
  }
}
