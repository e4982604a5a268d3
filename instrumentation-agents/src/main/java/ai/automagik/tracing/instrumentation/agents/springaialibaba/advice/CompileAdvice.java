package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import com.alibaba.cloud.ai.graph.agent.Agent;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After an agent was asked for its graph: runs of that graph are runs of the agent. */
final class CompileAdvice {
  private CompileAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Agent agent, @Advice.Return @Nullable Object compiledGraph) {
    if (compiledGraph != null) {
      Agents.remember(compiledGraph, agent);
    }
  }
}
