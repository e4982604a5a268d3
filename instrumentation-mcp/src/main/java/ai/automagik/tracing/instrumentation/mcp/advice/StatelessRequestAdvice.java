package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After a server without sessions has prepared an answer. */
final class StatelessRequestAdvice {
  private StatelessRequestAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This Object handler,
      @Advice.Argument(1) @Nullable JSONRPCRequest request,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    if (request == null || !(answer instanceof Mono<?> mono)) {
      return answer;
    }
    ServerRequest traced = ServerRequest.of(request, ServerSessions.of(handler, null));
    return traced == null ? answer : new TracedMono(mono, traced);
  }
}
