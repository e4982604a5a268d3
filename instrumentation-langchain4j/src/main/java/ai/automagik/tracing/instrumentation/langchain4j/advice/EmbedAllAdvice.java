package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the embedding of texts: one {@code embeddings} span for the outermost call. */
final class EmbedAllAdvice {
  private EmbedAllAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(@Advice.This EmbeddingModel model) {
    ActiveSpan span = Tracer.start(Operation.EMBEDDINGS);
    if (span != null) {
      span.set(Attribute.FRAMEWORK, Framework.NAME);
      EmbeddingAttributes.model(span, model);
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Response<List<Embedding>> result,
      @Advice.Thrown @Nullable Throwable error) {
    if (entered instanceof ActiveSpan span) {
      Tracer.leave(span);
      try {
        if (result != null) {
          EmbeddingAttributes.result(span, result.content(), result.tokenUsage());
        }
      } finally {
        span.end(error);
      }
    }
  }
}
