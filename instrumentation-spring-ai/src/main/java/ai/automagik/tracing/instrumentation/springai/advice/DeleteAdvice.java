package ai.automagik.tracing.instrumentation.springai.advice;

import ai.automagik.tracing.core.trace.Operation;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Around the removal of documents from a vector store, by their ids or by a filter. */
final class DeleteAdvice {
  private DeleteAdvice() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @Advice.This Object store,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) @Nullable Object which) {
    return Retrievals.change(Operation.DELETE_EMBEDDINGS, store, which);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable error) {
    Retrievals.end(entered, null, error);
  }
}
