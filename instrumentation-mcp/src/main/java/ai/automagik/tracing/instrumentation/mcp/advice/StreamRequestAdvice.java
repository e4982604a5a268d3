package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After a stream of events has prepared the answer that it was opened for; from 2.0 on. */
final class StreamRequestAdvice {
  private StreamRequestAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This Object stream,
      @Advice.Argument(0) @Nullable JSONRPCRequest request,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer) {
    ServerSessions.Stream known = ServerSessions.stream(stream);
    if (request == null || known == null || !(answer instanceof Mono<?> mono)) {
      return answer;
    }
    ServerRequest traced = ServerRequest.of(request, known.connection(), known.transport().get());
    return traced == null ? answer : new TracedMono(mono, traced);
  }
}
