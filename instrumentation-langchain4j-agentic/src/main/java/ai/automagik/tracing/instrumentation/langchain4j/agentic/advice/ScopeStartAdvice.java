package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import dev.langchain4j.agentic.scope.AgenticScope;
import net.bytebuddy.asm.Advice;

/** At the begin of the outermost workflow: this is the scope that its agents share. */
final class ScopeStartAdvice {
  private ScopeStartAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onEnter(@Advice.This AgenticScope scope) {
    WorkflowRun run = WorkflowRuns.current();
    if (run != null) {
      run.startedIn(scope);
    }
  }
}
