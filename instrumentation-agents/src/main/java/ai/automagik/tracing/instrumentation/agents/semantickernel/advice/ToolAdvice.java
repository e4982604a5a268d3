package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import com.azure.ai.openai.models.ChatCompletionsFunctionToolCall;
import com.azure.ai.openai.models.FunctionCall;
import com.microsoft.semantickernel.Kernel;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After a function was prepared that a model asked for: it has a span when it is subscribed to. */
final class ToolAdvice {
  private ToolAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Argument(0) @Nullable Kernel kernel,
      @Advice.Argument(2) @Nullable ChatCompletionsFunctionToolCall call,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result) {
    if (kernel == null || call == null || !(result instanceof Mono<?> mono)) {
      return result;
    }
    FunctionCall function = call.getFunction();
    return new TracedMono(
        mono,
        () -> FunctionRun.begin(kernel, call.getId(), function.getName(), function.getArguments()));
  }
}
