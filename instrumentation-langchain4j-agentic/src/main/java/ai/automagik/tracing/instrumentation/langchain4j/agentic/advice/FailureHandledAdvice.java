package ai.automagik.tracing.instrumentation.langchain4j.agentic.advice;

import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After the application's error handler has decided what becomes of an agent that failed. */
final class FailureHandledAdvice {
  private FailureHandledAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.Argument(0) @Nullable String agentName,
      @Advice.Return @Nullable ErrorRecoveryResult decision) {
    if (agentName == null
        || decision == null
        || decision.type() == ErrorRecoveryResult.Type.THROW_EXCEPTION) {
      return;
    }
    WorkflowRun run = WorkflowRuns.current();
    if (run != null) {
      run.recovered(agentName, decision.type() == ErrorRecoveryResult.Type.RETRY);
    }
  }
}
