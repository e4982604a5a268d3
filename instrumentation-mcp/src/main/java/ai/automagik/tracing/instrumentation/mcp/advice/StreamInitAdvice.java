package ai.automagik.tracing.instrumentation.mcp.advice;

import io.modelcontextprotocol.spec.McpStreamableServerSession;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** After the making of one stream of events of a session over streamable HTTP. */
final class StreamInitAdvice {
  private StreamInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object stream,
      @Advice.Argument(0) McpStreamableServerSession session,
      @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object transport) {
    ServerSessions.opened(stream, ServerSessions.of(session, session.getId()), transport);
  }
}
