package ai.automagik.tracing.core.trace;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Spans by the library object that stands for their call, such as the handler of a stream.
 * Thread-safe.
 *
 * <p>Objects are compared by identity and held weakly; an entry goes with its object. Beyond the
 * bound, new entries are refused rather than old ones lost.
 */
public final class SpanMap {
  private static final int MAX_ENTRIES = 10_000;

  private final ConcurrentHashMap<Object, ActiveSpan> spans = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** Remembers the span of an object. */
  public void put(Object object, ActiveSpan span) {
    removeCollected();
    if (spans.size() < MAX_ENTRIES) {
      spans.put(new Key(object, collected), span);
    }
  }

  /** The span of an object; null when there is none. */
  public @Nullable ActiveSpan get(Object object) {
    return spans.get(new Probe(object));
  }

  /** Forgets an object and returns its span. */
  public @Nullable ActiveSpan remove(Object object) {
    return spans.remove(new Probe(object));
  }

  /** Whether nothing is remembered. */
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  private void removeCollected() {
    for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
      spans.remove(key);
    }
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    /** Two keys of one object are made by no caller: an object is put once. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  /**
   * Looks an object up without making a weak reference, which would be work for the garbage
   * collector.
   */
  private record Probe(Object object) {
    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.get() == object;
    }
  }
}
