package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A source of Reactor, of one value at most, of which each subscription is a call with a span of
 * its own. Immutable.
 */
public final class TracedMono extends MonoOperator<Object, Object> {
  private final Supplier<? extends @Nullable TracedCall> beginning;

  /**
   * @param beginning begins the span; null where there is to be none
   */
  public TracedMono(Mono<?> source, Supplier<? extends @Nullable TracedCall> beginning) {
    super(source);
    this.beginning = beginning;
  }

  @Override
  @SuppressWarnings("try") // what is closed is never read
  public void subscribe(CoreSubscriber<? super Object> subscriber) {
    ActiveSpan outer = Tracer.current();
    TracedCall call = Beginning.of(beginning);
    if (call == null) {
      source.subscribe(subscriber);
      return;
    }
    TracedSubscriber traced = new TracedSubscriber(call, outer, subscriber);
    try (Tracer.Resumed resumed = Tracer.resume(call.span())) {
      source.subscribe(traced);
    }
  }
}
