package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings of the calls that a source stands for, of which the first has begun already, when
 * the source was made. Thread-safe.
 */
public final class Beginning implements Supplier<@Nullable TracedCall> {
  private final TracedCall first;
  private final Supplier<? extends @Nullable TracedCall> further;
  private final AtomicBoolean taken = new AtomicBoolean();

  public Beginning(TracedCall first, Supplier<? extends @Nullable TracedCall> further) {
    this.first = first;
    this.further = further;
  }

  /** The call that a subscription is; null where it has no span. Never throws. */
  static @Nullable TracedCall of(Supplier<? extends @Nullable TracedCall> beginning) {
    try {
      return beginning.get();
    } catch (RuntimeException | LinkageError ours) {
      return null; // The application's work goes on without a span.
    }
  }

  @Override
  public @Nullable TracedCall get() {
    return taken.getAndSet(true) ? further.get() : first;
  }
}
