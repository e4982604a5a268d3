package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import net.bytebuddy.asm.Advice;

/** After a run was cancelled: there are no more steps. */
final class CancelAdvice {
  private CancelAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(@Advice.This Object generator) {
    GraphRun.cancelled(generator);
  }
}
