package ai.automagik.tracing.instrumentation.quarkus.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Before an event loop leaves the rest of an agent's work to a worker, which Vert.x runs on threads
 * that nobody else follows. The task is Quarkus's own and seen by no application.
 */
final class WorkerAdvice {
  private WorkerAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToArguments(
      @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC))
  public static Object @Nullable [] onEnter(@Advice.Argument(0) Runnable task) {
    ActiveSpan agent = Tracer.current(Operation.INVOKE_AGENT);
    if (agent == null) {
      return null;
    }
    agent.streamOpened();
    return new Object[] {new OfAgent(agent, task)};
  }

  /** A task that runs for an agent, which waits for it. Runs once. */
  private record OfAgent(ActiveSpan agent, Runnable task) implements Runnable {
    @Override
    public void run() {
      Tracer.Resumed resumed = Tracer.resume(agent);
      Throwable thrown = null;
      try {
        task.run();
      } catch (RuntimeException | Error failure) {
        thrown = failure;
        throw failure;
      } finally {
        OpenStreams.begun(resumed, thrown);
      }
    }
  }
}
