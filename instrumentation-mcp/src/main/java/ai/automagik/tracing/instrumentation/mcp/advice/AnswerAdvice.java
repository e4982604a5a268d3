package ai.automagik.tracing.instrumentation.mcp.advice;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Before a server's transport sends a message: an answer ends the span that waits for it. */
final class AnswerAdvice {
  private AnswerAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(
      @Advice.This Object transport,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object message) {
    if (message instanceof JSONRPCResponse) {
      Exchange exchange = ServerSessions.expected(transport);
      if (exchange != null) {
        exchange.answered(message);
      }
    }
  }
}
