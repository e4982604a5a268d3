package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.instrumentation.reactive.beside.TracedFlow;
import ai.koog.agents.core.tools.ToolDescriptor;
import ai.koog.prompt.Prompt;
import ai.koog.prompt.llm.LLModel;
import java.util.List;
import kotlinx.coroutines.flow.Flow;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** After a streamed model call was prepared: it has a span whenever it is collected. */
final class StreamAdvice {
  private StreamAdvice() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
  public static @Nullable Object onExit(
      @Advice.Argument(0) @Nullable Prompt prompt,
      @Advice.Argument(1) @Nullable LLModel model,
      @Advice.Argument(2) @Nullable List<? extends ToolDescriptor> tools,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object frames) {
    return prompt != null && frames instanceof Flow<?> flow && !(frames instanceof TracedFlow)
        ? new TracedFlow(flow, () -> ModelCall.begin(prompt, model, tools, true))
        : frames;
  }
}
