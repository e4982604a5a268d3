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
 * Around a workflow: one {@code invoke_workflow} span, which began already where a workflow around
 * it called this one.
 */
final class WorkflowAdvice {
  private WorkflowAdvice() {}

  /** The method and its arguments are the last two; what comes before them differs. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This InvocationHandler handler, @Advice.AllArguments @Nullable Object[] call) {
    if (!(call[call.length - 2] instanceof Method method)) {
      return null;
    }
    Workflow workflow = Workflow.of(handler, method);
    @Nullable Object[] inputs = (Object[]) call[call.length - 1];
    AgentMethod signature = AgentMethod.of(method);
    Object arguments = signature.arguments(inputs);
    ActiveSpan span = Tracer.takeOver(method);
    boolean own = span == null;
    if (span == null) {
      span = Tracer.start(Operation.INVOKE_WORKFLOW);
      if (span == null) {
        return null;
      }
      span.set(Attribute.FRAMEWORK, Workflow.FRAMEWORK);
      span.set(Attribute.WORKFLOW_NAME, workflow.name());
      span.set(Attribute.AGENT_ARGUMENTS, arguments);
      span.conversation(signature.conversation(inputs));
    }
    workflow.describe(span);
    WorkflowRun run = new WorkflowRun(span, own, workflow.topology());
    WorkflowRuns.begin(run);
    return run;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    if (!(entered instanceof WorkflowRun run)) {
      return;
    }
    WorkflowRuns.end(run);
    if (!run.own()) {
      run.describeEnd();
      return;
    }
    Tracer.leave(run.span());
    try {
      run.describeEnd();
      Outputs.set(run.span(), result);
    } finally {
      Ends.end(run.span(), error);
    }
  }
}
