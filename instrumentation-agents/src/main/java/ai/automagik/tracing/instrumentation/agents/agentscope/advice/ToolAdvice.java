package ai.automagik.tracing.instrumentation.agents.agentscope.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import io.agentscope.core.tool.ToolCallParam;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After the call of a tool was prepared: it has a span whenever it is subscribed to. */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Argument(0) @Nullable ToolCallParam call,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result) {
    return call != null && result instanceof Mono<?> mono
        ? new TracedMono(mono, () -> ToolRun.begin(call))
        : result;
  }
}
