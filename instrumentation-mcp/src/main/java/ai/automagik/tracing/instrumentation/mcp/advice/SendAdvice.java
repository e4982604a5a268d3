package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.TraceContext;
import ai.automagik.tracing.core.trace.Tracer;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Before a client's transport sends a message: a request goes with its trace context, in a copy.
 * What the application made stays as it is.
 */
final class SendAdvice {
  private SendAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object message)
      throws ReflectiveOperationException {
    if (!(message instanceof JSONRPCRequest request)) {
      return null;
    }
    ActiveSpan span = Tracer.current();
    if (span == null
        || span.kind() == Operation.Kind.SERVER
        || !request.method().equals(span.value(Attribute.MCP_METHOD_NAME))) {
      return null;
    }
    Object id = request.id();
    span.set(Attribute.JSONRPC_REQUEST_ID, id == null ? null : id.toString());
    String traceparent = TraceContext.forMcp(span);
    Object told = traceparent == null ? null : Telling.tell(request, traceparent);
    return told == null ? null : new Object[] {told};
  }
}
