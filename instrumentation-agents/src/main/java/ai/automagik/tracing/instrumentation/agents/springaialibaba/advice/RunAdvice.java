package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlux;
import com.alibaba.cloud.ai.graph.CompiledGraph;
import com.alibaba.cloud.ai.graph.OverAllState;
import com.alibaba.cloud.ai.graph.RunnableConfig;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** After a run of a graph was prepared: it has a span whenever it is subscribed to. */
final class RunAdvice {
  private RunAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.FieldValue("compiledGraph") @Nullable CompiledGraph graph,
      @Advice.FieldValue("config") @Nullable RunnableConfig config,
      @Advice.Argument(0) @Nullable OverAllState state,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object outputs) {
    return graph != null && outputs instanceof Flux<?> flux
        ? new TracedFlux(flux, () -> GraphRun.begin(graph, config, state))
        : outputs;
  }
}
