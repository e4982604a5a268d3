package ai.automagik.tracing.core.trace;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * An object of the application as the key of a map: compared by identity, held weakly, and never
 * asked anything.
 */
final class WeakIdentity extends WeakReference<Object> {
  private final int hash;

  WeakIdentity(Object object, ReferenceQueue<Object> collected) {
    super(object, collected);
    this.hash = System.identityHashCode(object);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    Object object = get();
    return object != null && other instanceof WeakIdentity key && key.refersTo(object);
  }

  /**
   * Looks an object up without making a weak reference, which would be work for the garbage
   * collector.
   */
  record Probe(Object object) {
    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof WeakIdentity key && key.refersTo(object);
    }
  }
}
