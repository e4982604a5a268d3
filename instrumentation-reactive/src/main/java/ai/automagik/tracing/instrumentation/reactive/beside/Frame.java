package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import kotlin.Result;
import kotlin.ResultKt;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import kotlin.coroutines.jvm.internal.CoroutineStackFrame;
import org.jspecify.annotations.Nullable;

/**
 * A place between a suspending function and its caller, where another span becomes current. What is
 * called is dispatched as the caller would be. Resumed once, as every continuation.
 */
@SuppressWarnings("serial") // as frames are that Kotlin's compiler makes
abstract class Frame extends ContinuationImpl {
  private final @Nullable ActiveSpan here;
  private final Caller caller;

  /**
   * @param caller waits for the function
   * @param here is current for the function
   * @param context that of the function
   */
  Frame(Caller caller, @Nullable ActiveSpan here, CoroutineContext context) {
    super(caller, context);
    this.caller = caller;
    this.here = here;
  }

  /** The function has returned, or thrown. Does not throw. */
  abstract void resumed(@Nullable Object value, @Nullable Throwable failure);

  @Override
  protected final @Nullable Object invokeSuspend(Object result) {
    caller.restores = !isCurrent(here);
    if (result instanceof Result.Failure failure) {
      resumed(null, failure.exception);
    } else {
      resumed(result, null);
    }
    ResultKt.throwOnFailure(result);
    return result;
  }

  private static boolean isCurrent(@Nullable ActiveSpan sought) {
    ActiveSpan span = Tracer.current();
    while (span != null && span != sought) {
      span = span.parent();
    }
    return span != null;
  }

  /** Whoever waits for a function, with the span that is current there. */
  static final class Caller implements Continuation<Object>, CoroutineStackFrame {
    private final Continuation<Object> waiting;
    private final @Nullable ActiveSpan there;

    /**
     * Whether nobody else does: whoever made the function's span current on this thread makes
     * current again what was before, and may do that while the caller goes on.
     */
    private boolean restores;

    @SuppressWarnings("unchecked") // it takes what the function returns
    Caller(Continuation<?> waiting, @Nullable ActiveSpan there) {
      this.waiting = (Continuation<Object>) waiting;
      this.there = there;
    }

    @Override
    public CoroutineContext getContext() {
      return waiting.getContext();
    }

    @Override
    public void resumeWith(Object result) {
      Tracer.Interlude interlude = Tracer.resumeOnly(there);
      try {
        waiting.resumeWith(result);
      } finally {
        if (restores && interlude != null) {
          interlude.close();
        }
      }
    }

    @Override
    public @Nullable CoroutineStackFrame getCallerFrame() {
      return waiting instanceof CoroutineStackFrame frame ? frame : null;
    }

    @Override
    public @Nullable StackTraceElement getStackTraceElement() {
      return null;
    }
  }
}
