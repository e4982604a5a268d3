package ai.automagik.tracing.instrumentation.agents.adk.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeObserver;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source of RxJava, of one value at most, that stands for a call with a span. Immutable. */
final class TracedMaybe extends Maybe<Object> {
  private final Maybe<?> source;
  private final Supplier<? extends @Nullable Call> beginning;

  /**
   * @param beginning gives the call; null where there is none
   */
  TracedMaybe(Maybe<?> source, Supplier<? extends @Nullable Call> beginning) {
    this.source = source;
    this.beginning = beginning;
  }

  @Override
  @SuppressWarnings({"try", "unchecked"}) // what is closed is never read; the source's own type
  protected void subscribeActual(MaybeObserver<? super Object> observer) {
    ActiveSpan outer = Tracer.current();
    Call call = Beginning.of(beginning);
    if (call == null) {
      ((Maybe<Object>) source).subscribe(observer);
      return;
    }
    TracedObserver traced = new TracedObserver(call, outer, observer);
    try (Tracer.Resumed resumed = Tracer.resume(call.span())) {
      ((Maybe<Object>) source).subscribe(traced);
    }
  }
}
