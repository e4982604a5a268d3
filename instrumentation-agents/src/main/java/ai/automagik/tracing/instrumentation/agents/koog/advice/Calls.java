package ai.automagik.tracing.instrumentation.agents.koog.advice;

import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import ai.automagik.tracing.instrumentation.reactive.beside.SuspendingCall;
import java.util.function.Supplier;
import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;

/** Calls of suspending functions, as advice hands them from its begin to its end. Stateless. */
final class Calls {
  private Calls() {}

  /** The call, as what is to be put in for the one who waits; null where there is no span. */
  static Object @Nullable [] enter(
      @Nullable Continuation<?> waiting, Supplier<? extends @Nullable TracedCall> beginning) {
    SuspendingCall call = waiting == null ? null : SuspendingCall.enter(waiting, beginning);
    return call == null ? null : new Object[] {call};
  }

  static void exit(@Nullable Object entered, @Nullable Object result, @Nullable Throwable failure) {
    if (entered instanceof Object[] parts && parts[0] instanceof SuspendingCall call) {
      call.exit(result, failure);
    }
  }
}
