package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.model.output.Response;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Around the embedding of a text, of texts, or of a request: one {@code embeddings} span for the
 * outermost call.
 */
final class EmbedAdvice {
  private EmbedAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This Object model) {
    return Leaf.begin(Operation.EMBEDDINGS, model);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (result instanceof Response<?> response) {
          EmbeddingAttributes.response(span, response);
        } else if (result != null) {
          EmbeddingResponses.set(span, result);
        }
      } finally {
        span.end(error);
      }
    }
  }
}
