package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around a call over the A2A protocol: one {@code invoke_agent} span of a client, which began
 * already where a workflow made the call.
 */
final class RemoteAgentAdvice {
  private RemoteAgentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.Argument(0) Object proxy,
      @Advice.Argument(1) Method method,
      @Advice.Argument(2) @Nullable Object @Nullable [] inputs) {
    if (Handlers.isHousekeeping(method)) {
      return null;
    }
    AgentCard card = AgentCard.of(proxy);
    ActiveSpan begun = Tracer.takeOver(method);
    if (begun != null) {
      card.describe(begun);
      return null;
    }
    AgentMethod signature = AgentMethod.of(method);
    Object arguments = signature.arguments(inputs);
    ActiveSpan span = Tracer.start(Operation.INVOKE_REMOTE_AGENT);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Workflow.FRAMEWORK);
      span.set(Attribute.AGENT_NAME, card.name());
      span.set(Attribute.AGENT_DESCRIPTION, card.description());
      span.set(Attribute.AGENT_TYPE, "remote");
      span.set(Attribute.AGENT_ARGUMENTS, arguments);
      span.conversation(signature.conversation(inputs));
      card.describe(span);
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        Outputs.set(span, result);
      } finally {
        Ends.end(span, error);
      }
    }
  }
}
