package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.Operation;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the writing of documents into a vector store. */
final class UpsertAdvice {
  private UpsertAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object store, @Advice.Argument(0) @Nullable List<?> documents) {
    return Retrievals.change(Operation.UPSERT_EMBEDDINGS, store, documents);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    Retrievals.end(entered, null, error);
  }
}
