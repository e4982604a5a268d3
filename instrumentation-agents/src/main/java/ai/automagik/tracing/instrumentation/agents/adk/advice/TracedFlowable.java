package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import io.reactivex.rxjava3.core.Flowable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** A source of RxJava of which each subscription is a call with a span of its own. Immutable. */
final class TracedFlowable extends Flowable<Object> {
  private final Flowable<?> source;
  private final Supplier<? extends @Nullable Call> beginning;

  /**
   * @param beginning begins the span; null where there is to be none
   */
  TracedFlowable(Flowable<?> source, Supplier<? extends @Nullable Call> beginning) {
    this.source = source;
    this.beginning = beginning;
  }

  @Override
  @SuppressWarnings({"try", "unchecked"}) // what is closed is never read; the source's own type
  protected void subscribeActual(Subscriber<? super Object> subscriber) {
    ActiveSpan outer = Tracer.current();
    Call call = Beginning.of(beginning);
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
