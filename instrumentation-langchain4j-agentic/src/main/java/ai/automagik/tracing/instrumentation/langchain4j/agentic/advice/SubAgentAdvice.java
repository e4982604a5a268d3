package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.agentic.internal.AgentInvoker;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the call of an agent by a workflow: one {@code invoke_agent} span, or an {@code
 * invoke_workflow} span where the agent is a workflow itself. What is called, if it is traced,
 * takes the span over.
 */
final class SubAgentAdvice {
  private SubAgentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This AgentInvoker invoker, @Advice.AllArguments @Nullable Object[] call) {
    SubAgent agent = SubAgent.of(invoker, call);
    ActiveSpan span = agent.start();
    WorkflowRun run = span == null ? null : WorkflowRuns.of(span.parent());
    if (span != null && run != null) {
      run.calls(invoker, agent.name(), span);
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.This AgentInvoker invoker,
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        Outputs.set(span, result);
        WorkflowRun run = WorkflowRuns.of(span.parent());
        if (error == null && run != null) {
          run.succeeded(invoker);
        }
      } finally {
        Ends.end(span, error);
      }
    }
  }
}
