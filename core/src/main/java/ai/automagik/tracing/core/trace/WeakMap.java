package ai.automagik.tracing.core.trace;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the agent knows about objects of the application. Thread-safe.
 *
 * <p>Objects are compared by identity and held weakly; an entry goes with its object, as long as
 * the value does not hold it. Beyond the bound, new entries are refused rather than old ones lost.
 */
public class WeakMap<V> {
  private static final int MAX_ENTRIES = 10_000;

  private final ConcurrentHashMap<Object, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** Remembers the value of an object, in place of an earlier one. */
  public void put(Object object, V value) {
    removeCollected();
    if (values.size() < MAX_ENTRIES) {
      values.put(new WeakIdentity(object, collected), value);
    } else {
      values.remove(new WeakIdentity.Probe(object));
    }
  }

  /** The value of an object; null when there is none. */
  public @Nullable V get(Object object) {
    return values.get(new WeakIdentity.Probe(object));
  }

  /** Forgets an object and returns its value. */
  public @Nullable V remove(Object object) {
    return values.remove(new WeakIdentity.Probe(object));
  }

  /** Whether nothing is remembered. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  private void removeCollected() {
    for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
      values.remove(key);
    }
  }
}
