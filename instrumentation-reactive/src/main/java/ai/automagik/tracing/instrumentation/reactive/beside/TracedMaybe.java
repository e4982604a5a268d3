package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeObserver;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source of RxJava, of one value at most, that stands for a call with a span. Immutable. */
public final class TracedMaybe extends Maybe<Object> {
  private final Maybe<?> source;
  private final Supplier<? extends @Nullable TracedCall> beginning;

  /**
   * @param beginning gives the call; null where there is none
   */
  public TracedMaybe(Maybe<?> source, Supplier<? extends @Nullable TracedCall> beginning) {
    this.source = source;
    this.beginning = beginning;
  }

  @Override
  @SuppressWarnings({"try", "unchecked"}) // what is closed is never read; the source's own type
  protected void subscribeActual(MaybeObserver<? super Object> observer) {
    ActiveSpan outer = Tracer.current();
    TracedCall call = Beginning.of(beginning);
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
