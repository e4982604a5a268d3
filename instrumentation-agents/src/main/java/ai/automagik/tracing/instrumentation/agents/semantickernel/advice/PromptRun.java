package ai.automagik.tracing.instrumentation.agents.semantickernel.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.Values;
import ai.automagik.tracing.instrumentation.agents.RandomIds;
import ai.automagik.tracing.instrumentation.reactive.SingleCall;
import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.orchestration.FunctionResult;
import com.microsoft.semantickernel.semanticfunctions.KernelFunction;
import com.microsoft.semantickernel.semanticfunctions.KernelFunctionArguments;
import org.jspecify.annotations.Nullable;

/** One run of a function that is a prompt, which a model answers, perhaps with tools. */
final class PromptRun extends SingleCall {
  private PromptRun(ActiveSpan span) {
    super(span);
  }

  static @Nullable PromptRun begin(
      @Nullable Kernel kernel,
      KernelFunction<?> function,
      @Nullable KernelFunctionArguments arguments) {
    boolean unused = FunctionRun.askedFor(kernel, function);
    ActiveSpan span = Tracer.start(Operation.INVOKE_AGENT, function);
    if (span == null) {
      return null;
    }
    Tracer.leave(span);
    boolean begun = false;
    try {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      span.set(Attribute.AGENT_NAME, name(function));
      span.set(Attribute.AGENT_DESCRIPTION, FunctionRun.description(function));
      span.set(Attribute.AGENT_ARGUMENTS, Variables.values(arguments));
      begun = true;
    } finally {
      if (!begun) {
        span.end(null);
      }
    }
    return new PromptRun(span);
  }

  /** Null for a prompt without a name, to which the framework gives one by chance. */
  private static @Nullable String name(KernelFunction<?> function) {
    String name = function.getName();
    return RandomIds.isOne(name) ? null : name;
  }

  @Override
  protected void describe(Object value) {
    if (value instanceof FunctionResult<?> result) {
      if (result.getResult() instanceof String text) {
        span().set(Attribute.OUTPUT_MESSAGES, Messages.answer(text));
      } else {
        span().set(Attribute.AGENT_OUTPUT, Values.attribute(result.getResult()));
      }
    }
  }
}
