package ai.automagik.tracing.instrumentation.mcp.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A request, or the answering of one, that begins anew whenever somebody subscribes: each time it
 * has a span of its own. Immutable.
 */
final class TracedMono extends MonoOperator<Object, Object> {
  private final Supplier<@Nullable Exchange> beginning;

  /**
   * @param beginning begins the span; null where there is to be none
   */
  TracedMono(Mono<?> source, Supplier<@Nullable Exchange> beginning) {
    super(source);
    this.beginning = beginning;
  }

  @Override
  @SuppressWarnings("try") // what is closed is never read
  public void subscribe(CoreSubscriber<? super Object> subscriber) {
    ActiveSpan outer = null;
    Exchange exchange = null;
    try {
      outer = Tracer.current();
      exchange = beginning.get();
    } catch (RuntimeException | Error ours) {
      // The request goes on without a span.
    }
    if (exchange == null) {
      source.subscribe(subscriber);
      return;
    }
    try (Tracer.Resumed resumed = Tracer.resume(exchange.span())) {
      source.subscribe(new TracedSubscriber(exchange, outer, subscriber));
    } finally {
      exchange.left();
    }
  }
}
