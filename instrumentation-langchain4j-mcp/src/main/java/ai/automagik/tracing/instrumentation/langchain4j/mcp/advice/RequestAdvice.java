package ai.automagik.tracing.instrumentation.langchain4j.mcp.advice;

import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.mcp.McpConnection;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around the sending of a request: one span for it, unless it has one, and its trace context. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object transport,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object argument)
      throws ReflectiveOperationException {
    Object message = Messages.in(argument);
    Operation operation = message == null ? null : MessageType.of(message).operation(message);
    if (message == null || operation == null) {
      return null;
    }
    McpConnection connection = Transports.of(transport);
    Call call = Call.current();
    Exchange before = call == null ? null : call.exchange();
    if (before != null && before.isOf(message)) {
      connection.describeIn(before.span()); // an overload, or a transport within another
      return null;
    }
    if (operation == Operation.MCP_PING && !Tracer.recording()) {
      return null; // Somebody only looks whether the server is there, perhaps every few seconds.
    }
    Sending sending = Sending.begin(message, operation, connection, call);
    if (sending != null) {
      boolean begun = false;
      try {
        sending.describe();
        begun = true;
      } finally {
        if (!begun) {
          sending.end(null, null);
        }
      }
    }
    return sending;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable CompletableFuture<?> answer,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof Sending sending) {
      sending.end(answer, error);
    }
  }
}
