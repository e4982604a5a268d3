package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import org.jspecify.annotations.Nullable;

/**
 * A call of a suspending function of Kotlin that has a span. The span is current wherever the
 * function goes on, and never where its caller does.
 */
@SuppressWarnings("serial") // as frames are that Kotlin's compiler makes
public final class SuspendingCall extends Frame {
  private final Signals call;

  /** On the thread that calls, until the function returns or suspends. */
  private final Tracer.Resumed calling;

  private SuspendingCall(Continuation<?> waiting, @Nullable ActiveSpan outer, TracedCall call) {
    super(
        new Caller(waiting, outer), call.span(), CarriedSpan.in(waiting.getContext(), call.span()));
    this.call = new Signals(call);
    this.calling = Tracer.resume(call.span());
  }

  /**
   * To be called before the function is.
   *
   * @param waiting the function's last argument, for which what is returned is to be put in
   * @param beginning begins the span; null where there is to be none
   * @return null where the function is to be left alone
   */
  public static @Nullable SuspendingCall enter(
      Continuation<?> waiting, Supplier<? extends @Nullable TracedCall> beginning) {
    ActiveSpan outer = Tracer.current();
    TracedCall call = Beginning.of(beginning);
    if (call == null) {
      return null;
    }
    SuspendingCall entered = new SuspendingCall(waiting, outer, call);
    entered.call.subscribed(entered);
    return entered;
  }

  /** To be called when the function has returned, suspended or thrown. */
  public void exit(@Nullable Object result, @Nullable Throwable failure) {
    calling.close();
    if (failure != null || result != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
      resumed(result, failure);
    }
  }

  @Override
  void resumed(@Nullable Object value, @Nullable Throwable failure) {
    if (failure instanceof CancellationException) {
      call.cancelled();
    } else if (failure != null) {
      call.failed(failure);
    } else {
      if (value != null) {
        call.arrived(value);
      }
      call.completed();
    }
  }
}
