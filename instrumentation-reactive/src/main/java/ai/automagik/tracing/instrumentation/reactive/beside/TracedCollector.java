package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.flow.FlowCollector;
import org.jspecify.annotations.Nullable;

/** Between a traced flow and whoever collects it, who knows nothing of the span. */
final class TracedCollector implements FlowCollector<Object> {
  private final TracedFlow.Collection call;
  private final @Nullable ActiveSpan outer;
  private final CoroutineContext collecting;
  private final FlowCollector<? super Object> collector;
  private final Signals signals;

  /**
   * @param outer is current where the flow is collected
   * @param collecting the context there
   */
  TracedCollector(
      TracedFlow.Collection call,
      @Nullable ActiveSpan outer,
      CoroutineContext collecting,
      FlowCollector<? super Object> collector) {
    this.call = call;
    this.outer = outer;
    this.collecting = collecting;
    this.collector = collector;
    this.signals = new Signals(call);
  }

  @Override
  public @Nullable Object emit(Object value, Continuation<? super Unit> emitting) {
    signals.arrived(value);
    Below below = new Below(emitting);
    Tracer.Interlude interlude = Tracer.resumeOnly(outer);
    try {
      return collector.emit(value, below);
    } catch (Throwable e) {
      call.refuse();
      throw e;
    } finally {
      if (interlude != null) {
        interlude.close();
      }
    }
  }

  /**
   * The call of the collector. Its context is that of the flow, but for the span: flows do not
   * allow values to come in another context than the one in which they are collected.
   */
  @SuppressWarnings("serial") // as frames are that Kotlin's compiler makes
  private final class Below extends Frame {
    Below(Continuation<?> emitting) {
      super(
          new Caller(emitting, call.span()),
          outer,
          CarriedSpan.likeIn(collecting, emitting.getContext()));
    }

    @Override
    void resumed(@Nullable Object value, @Nullable Throwable failure) {
      if (failure != null) {
        call.refuse();
      }
    }
  }
}
