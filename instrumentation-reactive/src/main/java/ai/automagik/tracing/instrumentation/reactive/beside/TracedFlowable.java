package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import io.reactivex.rxjava3.core.Flowable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** A source of RxJava of which each subscription is a call with a span of its own. Immutable. */
public final class TracedFlowable extends Flowable<Object> {
  private final Flowable<?> source;
  private final Supplier<? extends @Nullable TracedCall> beginning;

  /**
   * @param beginning begins the span; null where there is to be none
   */
  public TracedFlowable(Flowable<?> source, Supplier<? extends @Nullable TracedCall> beginning) {
    this.source = source;
    this.beginning = beginning;
  }

  @Override
  @SuppressWarnings({"try", "unchecked"}) // what is closed is never read; the source's own type
  protected void subscribeActual(Subscriber<? super Object> subscriber) {
    ActiveSpan outer = Tracer.current();
    TracedCall call = Beginning.of(beginning);
    if (call == null) {
      ((Flowable<Object>) source).subscribe(subscriber);
      return;
    }
    TracedObserver traced = new TracedObserver(call, outer, subscriber);
    try (Tracer.Resumed resumed = Tracer.resume(call.span())) {
      ((Flowable<Object>) source).subscribe(traced);
    }
  }
}
