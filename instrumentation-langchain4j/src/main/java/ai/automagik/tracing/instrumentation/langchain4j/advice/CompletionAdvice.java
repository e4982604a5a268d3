package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.model.output.Response;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around a language model that goes on with a text: one {@code text_completion} span. */
final class CompletionAdvice {
  private CompletionAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object model,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object prompt) {
    ActiveSpan span = Leaf.begin(Operation.TEXT_COMPLETION, model);
    return span == null ? null : span.set(Attribute.INPUT_MESSAGES, Inputs.of(prompt));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Response<?> result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (result != null) {
          CompletionAttributes.response(span, result);
        }
      } finally {
        span.end(error);
      }
    }
  }
}
