package ai.automagik.tracing.core.trace;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait in executors, and for which spans they were handed over. Thread-safe.
 *
 * <p>One object may wait several times, handed over by several requests, and nothing says which of
 * them it runs for. So each hand-over is counted, also those without a span; as long as all that
 * wait agree, the next run is theirs, and otherwise nobody's, until none of them waits any more.
 *
 * <p>Objects are compared by identity and held weakly. Beyond the bound, new ones are refused: they
 * run for nobody.
 */
public final class WaitingTasks {
  private static final int MAX_TASKS = 10_000;

  private final ConcurrentHashMap<Object, HandedOver> tasks = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** Notes that a task was handed over; null when no span was current. */
  public void add(Object task, @Nullable ActiveSpan span) {
    for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
      tasks.remove(key);
    }
    if (tasks.size() < MAX_TASKS || tasks.containsKey(new WeakIdentity.Probe(task))) {
      tasks.merge(
          new WeakIdentity(task, collected), new HandedOver(span, 1, false), HandedOver::and);
    }
  }

  /**
   * Notes that a task begins, and returns its span; null when there is none or no telling which.
   */
  public @Nullable ActiveSpan take(Object task) {
    // Not asked whether the map is empty: its count may lag behind its entries.
    @Nullable ActiveSpan[] span = new ActiveSpan[1];
    tasks.computeIfPresent(
        new WeakIdentity.Probe(task),
        (key, handedOver) -> {
          span[0] = handedOver.span;
          return handedOver.less();
        });
    return span[0];
  }

  /** Notes that a task, handed over once, will not run. */
  public void withdraw(Object task) {
    ActiveSpan unused = take(task);
  }

  /**
   * Notes that a task, handed over once, may have been dropped, or may just be about to run. If it
   * runs it is as before; if it is handed over once more instead, the first time no longer counts.
   */
  public void doubt(Object task) {
    tasks.computeIfPresent(
        new WeakIdentity.Probe(task),
        (key, handedOver) ->
            handedOver.times == 1 ? new HandedOver(handedOver.span, 1, true) : handedOver.less());
  }

  /** Whether an object waits. */
  public boolean contains(Object task) {
    return tasks.containsKey(new WeakIdentity.Probe(task));
  }

  /** How many objects wait. */
  int size() {
    return tasks.size();
  }

  /**
   * How often an object waits, and for which span.
   *
   * @param span null when there was none, or not always the same
   * @param doubtful whether it may not wait at all
   */
  private record HandedOver(@Nullable ActiveSpan span, int times, boolean doubtful) {
    HandedOver and(HandedOver other) {
      return doubtful
          ? other
          : new HandedOver(span == other.span ? span : null, times + other.times, false);
    }

    @Nullable HandedOver less() {
      return times == 1 ? null : new HandedOver(span, times - 1, false);
    }
  }
}
