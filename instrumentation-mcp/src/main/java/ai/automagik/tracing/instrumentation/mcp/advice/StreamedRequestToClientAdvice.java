package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After a server has prepared a request that goes to a client by a stream of events. */
final class StreamedRequestToClientAdvice {
  private StreamedRequestToClientAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This Object stream,
      @Advice.Argument(0) @Nullable String method,
      @Advice.Argument(1) @Nullable Object parameters,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object request) {
    Operation operation = method == null ? null : Operation.ofMcp(method);
    ServerSessions.Stream known = ServerSessions.stream(stream);
    return operation != null && known != null && request instanceof Mono<?> mono
        ? new TracedMono(mono, new ClientRequest(stream, known.connection(), operation, parameters))
        : request;
  }
}
