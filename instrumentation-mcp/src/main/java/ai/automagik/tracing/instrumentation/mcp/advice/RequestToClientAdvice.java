package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import io.modelcontextprotocol.spec.McpServerSession;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After a server has prepared a request to its one client: it has a span whenever it is sent. */
final class RequestToClientAdvice {
  private RequestToClientAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This McpServerSession session,
      @Advice.FieldValue(value = "transport", typing = Assigner.Typing.DYNAMIC) Object transport,
      @Advice.Argument(0) @Nullable String method,
      @Advice.Argument(1) @Nullable Object parameters,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object request) {
    Operation operation = method == null ? null : Operation.ofMcp(method);
    return operation != null && request instanceof Mono<?> mono
        ? new TracedMono(
            mono,
            new ClientRequest(
                session, ServerSessions.ofOneClient(session, transport), operation, parameters))
        : request;
  }
}
