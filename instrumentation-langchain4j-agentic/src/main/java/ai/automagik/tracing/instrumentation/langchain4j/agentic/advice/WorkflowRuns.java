package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The workflows of one application that are under way, by their span. Thread-safe. */
final class WorkflowRuns {
  private static final int MAX_RUNS = 10_000;
  private static final ConcurrentHashMap<ActiveSpan, WorkflowRun> RUNS = new ConcurrentHashMap<>();

  private WorkflowRuns() {}

  static void begin(WorkflowRun run) {
    if (RUNS.size() < MAX_RUNS) {
      RUNS.put(run.span(), run);
    }
  }

  static void end(WorkflowRun run) {
    RUNS.remove(run.span());
  }

  /** The workflow that this span stands for; null when it does not, or is over. */
  static @Nullable WorkflowRun of(@Nullable ActiveSpan span) {
    return span == null ? null : RUNS.get(span);
  }

  /** The workflow that this thread is in, with no agent in between. */
  static @Nullable WorkflowRun current() {
    return of(Tracer.current(Operation.INVOKE_WORKFLOW));
  }
}
