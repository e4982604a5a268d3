package ai.automagik.tracing.instrumentation.langchain4j.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Operation;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around the removal of embeddings from a store. */
final class DeleteAdvice {
  private DeleteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object store, @Advice.AllArguments @Nullable Object[] arguments) {
    ActiveSpan span = Writes.begin(Operation.DELETE_EMBEDDINGS, store);
    if (span != null) {
      // By a filter, or all: the store does not say how many those were.
      if (arguments.length == 1 && arguments[0] instanceof Collection<?> ids) {
        span.set(Attribute.EMBEDDINGS_COUNT, ids.size());
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
}
