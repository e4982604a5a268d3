package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After a session over streamable HTTP has prepared an answer; up to 1.x, and on request later. */
final class ResponseStreamAdvice {
  private ResponseStreamAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This McpStreamableServerSession session,
      @Advice.Argument(0) @Nullable JSONRPCRequest request,
      @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) @Nullable Object transport,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    if (request == null || transport == null || !(answer instanceof Mono<?> mono)) {
      return answer;
    }
    ServerRequest traced =
        ServerRequest.of(request, ServerSessions.of(session, session.getId()), transport);
    return traced == null ? answer : new TracedMono(mono, traced);
  }
}
