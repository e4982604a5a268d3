package ai.automagik.tracing.instrumentation.agents.adk.advice;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings of the calls that a source stands for, of which the first has begun already, when
 * the source was made. Thread-safe.
 */
final class Beginning implements Supplier<@Nullable Call> {
  private final Call first;
  private final Supplier<? extends @Nullable Call> further;
  private final AtomicBoolean taken = new AtomicBoolean();

  Beginning(Call first, Supplier<? extends @Nullable Call> further) {
    this.first = first;
    this.further = further;
  }

  /** The call that a subscription is; null where it has no span. Never throws. */
  static @Nullable Call of(Supplier<? extends @Nullable Call> beginning) {
    try {
      return beginning.get();
    } catch (RuntimeException | LinkageError ours) {
      return null; // The application's work goes on without a span.
    }
  }

  @Override
  public @Nullable Call get() {
    return taken.getAndSet(true) ? further.get() : first;
  }
}
