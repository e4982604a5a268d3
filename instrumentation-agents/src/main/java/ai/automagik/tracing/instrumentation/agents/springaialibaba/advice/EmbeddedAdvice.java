package ai.automagik.tracing.instrumentation.agents.springaialibaba.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlux;
import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * After the stream that a node has given back was made part of the run's: it is the node's work.
 */
final class EmbeddedAdvice {
  private EmbeddedAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Argument(0) @Nullable GraphRunnerContext context,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object outputs) {
    return context != null && outputs instanceof Flux<?> flux && Nodes.atWork(context) != null
        ? new TracedFlux(flux, () -> Nodes.atWork(context))
        : outputs;
  }
}
