package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around an augmentor: one {@code retrieval} span with the question and what was found in the end.
 * Transformers, retrievers and re-rankers have theirs beneath.
 */
final class AugmentAdvice {
  private AugmentAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object augmentor, @Advice.Argument(0) @Nullable AugmentationRequest request) {
    ActiveSpan span = Retrievals.augmentation(augmentor);
    if (span != null
        && request != null
        && request.chatMessage() instanceof UserMessage message
        && message.contents().size() == 1
        && message.contents().get(0) instanceof TextContent text) {
      span.set(Attribute.RETRIEVAL_QUERY, text.text());
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable AugmentationResult result,
      @Advice.Thrown @Nullable Throwable error) {
    ActiveSpan span = Leaf.leave(entered);
    if (span != null) {
      try {
        if (result != null && result.contents() != null) {
          span.set(Attribute.RETRIEVAL_DOCUMENTS, Retrieved.contents(result.contents()));
        }
      } finally {
        span.end(error);
      }
    }
  }
}
