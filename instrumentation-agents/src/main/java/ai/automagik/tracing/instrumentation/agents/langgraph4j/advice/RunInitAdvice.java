package ai.automagik.tracing.instrumentation.agents.langgraph4j.advice;

import net.bytebuddy.asm.Advice;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.RunnableConfig;
import org.jspecify.annotations.Nullable;

/** After the preparation of a run of a graph, which begins when its first step is asked for. */
final class RunInitAdvice {
  private RunInitAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void onExit(
      @Advice.This Object generator,
      @Advice.Argument(0) CompiledGraph<?> graph,
      @Advice.Argument(1) @Nullable Object input,
      @Advice.Argument(2) @Nullable RunnableConfig config) {
    GraphRun.prepare(generator, graph, input, config);
  }
}
