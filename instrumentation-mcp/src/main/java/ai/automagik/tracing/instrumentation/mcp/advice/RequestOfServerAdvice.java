package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After a client has prepared an answer to its server: it has a span when it is worked out. */
final class RequestOfServerAdvice {
  private RequestOfServerAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.FieldValue(value = "transport", typing = Assigner.Typing.DYNAMIC) Object transport,
      @Advice.Argument(0) @Nullable JSONRPCRequest request,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    if (request == null || !(answer instanceof Mono<?> mono)) {
      return answer;
    }
    ServerRequest traced = ServerRequest.of(request, Transports.of(transport));
    return traced == null ? answer : new TracedMono(mono, traced);
  }
}
