package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After a session over streamable HTTP was made, with which its first request is answered. */
final class StartSessionAdvice {
  private StartSessionAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  @SuppressWarnings({"rawtypes", "unchecked"}) // the result goes through as it is
  public static @Nullable Object onExit(
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object request,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object started) {
    if (!(started instanceof McpStreamableServerSessionInit init) || init.initResult() == null) {
      return started;
    }
    McpStreamableServerSession session = init.session();
    ServerRequest traced =
        new ServerRequest(
            ServerSessions.of(session, session.getId()),
            Operation.MCP_INITIALIZE,
            null,
            request,
            null);
    Mono answer = new TracedMono(init.initResult(), traced);
    return new McpStreamableServerSessionInit(session, answer);
  }
}
