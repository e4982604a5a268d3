package ai.automagik.tracing.instrumentation.reactive.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.SpanMap;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * The spans in which operators were subscribed to. What an operator does belongs to its
 * subscription, whoever's thread the signals come on.
 */
final class Subscriptions {
  private static final SpanMap SPANS = new SpanMap();

  private Subscriptions() {}

  static void remember(Object operator) {
    ActiveSpan span = Tracer.current();
    if (span != null) {
      SPANS.put(operator, span);
    }
  }

  /** Makes the operator's span current, or nothing where it has none. */
  static Tracer.@Nullable Interlude resume(Object operator) {
    return Tracer.anyOpen() ? Tracer.resumeOnly(SPANS.get(operator)) : null;
  }
}
