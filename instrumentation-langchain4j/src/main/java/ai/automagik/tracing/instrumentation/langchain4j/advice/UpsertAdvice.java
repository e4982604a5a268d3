package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import dev.langchain4j.data.embedding.Embedding;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the writing of many embeddings into a store. */
final class UpsertAdvice {
  private UpsertAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object store, @Advice.AllArguments @Nullable Object[] arguments) {
    ActiveSpan span = Writes.begin(Operation.UPSERT_EMBEDDINGS, store);
    if (span != null) {
      Integer count = count(arguments);
      span.set(Attribute.EMBEDDINGS_COUNT, count);
      ActiveSpan parent = span.parent();
      if (parent != null && parent.operation() == Operation.INGEST) {
        parent.set(Attribute.INGEST_SEGMENTS, count);
      }
    }
    return span;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered,
      @Advice.This Object store,
      @Advice.Thrown @Nullable Throwable error) {
    Writes.end(entered, store, error);
  }

  /** The embeddings come first, or after their ids. */
  private static @Nullable Integer count(@Nullable Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof List<?> list
          && (list.isEmpty() || list.get(0) instanceof Embedding)) {
        return list.size();
      }
    }
    return null;
  }
}
