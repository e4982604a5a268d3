package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedMono;
import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.semanticfunctions.KernelFunction;
import com.microsoft.semantickernel.semanticfunctions.KernelFunctionArguments;
import com.microsoft.semantickernel.semanticfunctions.KernelFunctionFromPrompt;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After the call of a function was prepared: it has a span whenever it is subscribed to. */
final class FunctionAdvice {
  private FunctionAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.This KernelFunction<?> function,
      @Advice.Argument(0) @Nullable Kernel kernel,
      @Advice.Argument(1) @Nullable KernelFunctionArguments arguments,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result) {
    if (!(result instanceof Mono<?> mono)) {
      return result;
    }
    return function instanceof KernelFunctionFromPrompt
        ? new TracedMono(mono, () -> PromptRun.begin(kernel, function, arguments))
        : new TracedMono(mono, () -> FunctionRun.begin(kernel, function, arguments));
  }
}
