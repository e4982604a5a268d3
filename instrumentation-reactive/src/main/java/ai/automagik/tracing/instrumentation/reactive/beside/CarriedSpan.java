package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import kotlin.coroutines.AbstractCoroutineContextElement;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.ThreadContextElement;
import org.jspecify.annotations.Nullable;

/**
 * The span that a coroutine of Kotlin is in the middle of, on whatever thread it goes on.
 * Immutable.
 */
public final class CarriedSpan extends AbstractCoroutineContextElement
    implements ThreadContextElement<Tracer.Resumed> {
  private static final CoroutineContext.Key<CarriedSpan> KEY = new Name();

  private final ActiveSpan span;

  private CarriedSpan(ActiveSpan span) {
    super(KEY);
    this.span = span;
  }

  /** The same context, with a span instead of any that it had. */
  public static CoroutineContext in(CoroutineContext context, ActiveSpan span) {
    CarriedSpan before = context.get(KEY);
    return before != null && before.span == span ? context : context.plus(new CarriedSpan(span));
  }

  /** The same context, with the span that another one has, if it has any. */
  static CoroutineContext likeIn(CoroutineContext other, CoroutineContext context) {
    CarriedSpan carried = other.get(KEY);
    return carried == null ? context.minusKey(KEY) : context.plus(carried);
  }

  @Override
  public Tracer.Resumed updateThreadContext(CoroutineContext context) {
    return Tracer.resume(span);
  }

  @Override
  public void restoreThreadContext(CoroutineContext context, Tracer.@Nullable Resumed before) {
    if (before != null) {
      before.close();
    }
  }

  private static final class Name implements CoroutineContext.Key<CarriedSpan> {}
}
