package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around an agent that the application calls itself, outside of any workflow: one {@code
 * invoke_agent} span, which its AI service takes over.
 */
final class AgentAdvice {
  private AgentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This InvocationHandler handler,
      @Advice.Argument(1) Method method,
      @Advice.Argument(2) @Nullable Object @Nullable [] inputs) {
    if (Handlers.isHousekeeping(method)) {
      return null;
    }
    ActiveSpan begun = Tracer.takeOver(method);
    if (begun != null) {
      begun.begunFor(method); // By a workflow, and still for the AI service inside.
      return null;
    }
    Workflow agent =
        Versions.HAS_INSTANCES
            ? Instances.workflow(handler, method)
            : new Workflow(
                Workflow.annotatedName(method),
                Workflow.annotatedDescription(method),
                null,
                null,
                null,
                null);
    AgentMethod signature = AgentMethod.of(method);
    Object arguments = signature.arguments(inputs);
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT);
    if (span != null) {
      span.begunFor(method);
      span.set(Attribute.FRAMEWORK, Workflow.FRAMEWORK);
      span.set(Attribute.AGENT_NAME, agent.name());
      span.set(Attribute.AGENT_DESCRIPTION, agent.description());
      span.set(Attribute.AGENT_ID, agent.id());
      span.set(Attribute.AGENT_TYPE, "ai");
      span.set(Attribute.AGENT_OUTPUT_KEY, agent.outputKey());
      span.set(Attribute.AGENT_ARGUMENTS, arguments);
      span.conversation(signature.conversation(inputs));
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
