package ai.automagik.tracing.instrumentation.agents.agentscope.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlux;
import io.agentscope.core.message.Msg;
import io.agentscope.core.model.GenerateOptions;
import io.agentscope.core.model.Model;
import io.agentscope.core.model.ToolSchema;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** After a model call was prepared: it has a span whenever it is subscribed to. */
final class ModelAdvice {
  private ModelAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This Model model,
      @Advice.Argument(0) @Nullable List<Msg> messages,
      @Advice.Argument(1) @Nullable List<ToolSchema> tools,
      @Advice.Argument(2) @Nullable GenerateOptions options,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object responses) {
    return responses instanceof Flux<?> flux
        ? new TracedFlux(flux, () -> ModelCall.begin(model, messages, tools, options))
        : responses;
  }
}
