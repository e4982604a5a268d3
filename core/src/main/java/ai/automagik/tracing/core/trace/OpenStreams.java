package ai.automagik.tracing.core.trace;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All streams of this JVM that have not ended, by the objects of libraries that stand for them.
 * Thread-safe.
 *
 * <p>Objects are compared by identity and held weakly. One object may deliver several streams at
 * once. Nothing here works by itself: a daemon of the agent calls {@link #sweep}, which costs
 * nothing while no stream is open.
 */
public final class OpenStreams {
  /** Objects that may stand for streams. Beyond, new streams are not followed. */
  static final int MAX_KEYS = 65_536;

  /** A library may make a new handle for each piece; one that keeps the first is found by it. */
  private static final int MAX_HANDLES = 8;

  private static final long FIRST_RECORD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final ConcurrentHashMap<Object, Key> KEYS = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

  private OpenStreams() {}

  static boolean put(Object object, OpenStream stream) {
    return put(object, stream, false);
  }

  static void putHandle(Object handle, OpenStream stream) {
    synchronized (stream.sweep) {
      stream.sweep.lastHandle = new WeakReference<>(handle);
      if (stream.sweep.keys.size() > MAX_HANDLES) {
        return;
      }
    }
    boolean unused = put(handle, stream, true);
  }

  private static boolean put(Object object, OpenStream stream, boolean handle) {
    if (KEYS.mappingCount() >= MAX_KEYS) {
      return false;
    }
    Key key;
    do {
      Key fresh = new Key(object, handle);
      Key known = KEYS.putIfAbsent(fresh, fresh);
      key = known == null ? fresh : known;
    } while (!key.add(stream));
    synchronized (stream.sweep) {
      stream.sweep.keys.add(key);
    }
    if (stream.over()) {
      forget(stream);
    }
    return true;
  }

  static @Nullable OpenStream get(Object object) {
    Key key = KEYS.get(new Probe(object));
    if (key == null) {
      return null;
    }
    OpenStream[] streams = key.streams;
    return streams.length == 1 ? streams[0] : choose(streams);
  }

  /**
   * Which of several streams that one handler delivers at once is meant: the one that this thread
   * is in the middle of; or delivered before; or else the oldest that no thread has delivered yet.
   */
  private static @Nullable OpenStream choose(OpenStream[] streams) {
    for (ActiveSpan span = Tracer.innermost(); span != null; span = span.parent()) {
      for (OpenStream stream : streams) {
        if (stream.call() == span) {
          return stream;
        }
      }
    }
    int thread = System.identityHashCode(Thread.currentThread());
    synchronized (OpenStreams.class) {
      OpenStream chosen = null;
      for (OpenStream stream : streams) {
        if (stream.sweep.deliveringThread == thread) {
          return stream;
        }
        if (chosen == null && stream.sweep.deliveringThread == 0) {
          chosen = stream;
        }
      }
      if (chosen != null) {
        chosen.sweep.deliveringThread = thread;
        return chosen;
      }
    }
    return streams.length == 0 ? null : streams[0];
  }

  static void forget(OpenStream stream) {
    List<Key> keys;
    synchronized (stream.sweep) {
      keys = List.copyOf(stream.sweep.keys);
      stream.sweep.keys.clear();
    }
    for (Key key : keys) {
      key.remove(stream);
    }
  }

  /**
   * Ends the streams that nobody can deliver any more, and those that have been silent for too
   * long.
   *
   * @return the spans of which enough has arrived, since they were last returned, that what was
   *     written of them should be written anew
   */
  public static List<ActiveSpan> sweep(long nowNanos, long maxIdleNanos) {
    endAbandoned();
    if (KEYS.isEmpty()) {
      return List.of();
    }
    List<ActiveSpan> grown = new ArrayList<>();
    for (Key key : KEYS.values()) {
      for (OpenStream stream : key.handle ? NONE : key.streams) {
        ActiveSpan call = stream.call();
        if (stream.sweep.silent(stream, nowNanos, maxIdleNanos)) {
          stream.breakOff(StreamOutcome.IDLE_TIMEOUT);
        } else if (call != null && stream.sweep.grown(call, nowNanos)) {
          grown.add(call);
        }
      }
    }
    return grown;
  }

  /** Ends the streams that nobody can deliver any more, what is inside others before those. */
  public static void endAbandoned() {
    List<OpenStream> abandoned = List.of();
    for (Reference<?> gone = COLLECTED.poll(); gone != null; gone = COLLECTED.poll()) {
      if (gone instanceof Key key) {
        OpenStream[] streams = key.collected();
        if (streams.length > 0) {
          abandoned = abandoned.isEmpty() ? new ArrayList<>() : abandoned;
          abandoned.addAll(Arrays.asList(streams));
        }
      }
    }
    if (abandoned.size() > 1) {
      abandoned.sort(Comparator.comparingInt(OpenStreams::depth).reversed());
    }
    for (OpenStream stream : abandoned) {
      stream.breakOff(StreamOutcome.ABANDONED);
    }
  }

  private static int depth(OpenStream stream) {
    int depth = 0;
    for (ActiveSpan span = stream.call(); span != null; span = span.parent()) {
      depth++;
    }
    return depth;
  }

  /** The spans of all streams that have not ended. */
  public static List<ActiveSpan> unfinished() {
    List<ActiveSpan> unfinished = new ArrayList<>();
    for (Key key : KEYS.values()) {
      for (OpenStream stream : key.handle ? NONE : key.streams) {
        ActiveSpan call = stream.call();
        if (call != null) {
          unfinished.add(call);
        }
      }
    }
    return unfinished;
  }

  /** What is kept of a stream for the table and the daemon. Changed under its own lock. */
  static final class Entry {
    private final List<Key> keys = new ArrayList<>(2);
    private @Nullable WeakReference<Object> lastHandle;

    /** Identity of the first thread that delivered, where that matters; 0 before. */
    private int deliveringThread;

    private int sweptArrivals = -1;
    private int recordedArrivals;
    private long silentSinceNanos;
    private long nextRecordNanos;

    boolean lastHandleIs(Object handle) {
      WeakReference<Object> last = lastHandle;
      return last != null && last.refersTo(handle);
    }

    boolean isEmpty() {
      synchronized (this) {
        return keys.isEmpty();
      }
    }

    private boolean silent(OpenStream stream, long nowNanos, long maxIdleNanos) {
      int arrivals = stream.arrivals();
      if (arrivals != sweptArrivals || stream.delivering() || stream.patient()) {
        sweptArrivals = arrivals;
        silentSinceNanos = nowNanos;
      }
      return nowNanos - silentSinceNanos > maxIdleNanos;
    }

    /** At ages that double, so that a long stream is not written often. */
    private boolean grown(ActiveSpan call, long nowNanos) {
      if (nextRecordNanos == 0) {
        nextRecordNanos = nowNanos + FIRST_RECORD_NANOS;
      }
      if (nowNanos - nextRecordNanos < 0 || recordedArrivals == sweptArrivals) {
        return false;
      }
      recordedArrivals = sweptArrivals;
      nextRecordNanos = nowNanos + call.elapsedNanos();
      return true;
    }
  }

  private static final OpenStream[] NONE = {};

  /** An object that stands for streams. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;
    private final boolean handle;
    private volatile OpenStream[] streams = NONE;
    private boolean removed;

    Key(Object object, boolean handle) {
      super(object, COLLECTED);
      this.hash = System.identityHashCode(object);
      this.handle = handle;
    }

    synchronized boolean add(OpenStream stream) {
      if (removed) {
        return false;
      }
      OpenStream[] more = Arrays.copyOf(streams, streams.length + 1);
      more[streams.length] = stream;
      streams = more;
      return true;
    }

    synchronized void remove(OpenStream stream) {
      List<OpenStream> rest = new ArrayList<>(Arrays.asList(streams));
      if (rest.remove(stream) && rest.isEmpty()) {
        removed = true;
        KEYS.remove(this);
      }
      streams = rest.toArray(NONE);
    }

    /** The streams that nobody delivers any more. */
    OpenStream[] collected() {
      if (handle) {
        KEYS.remove(this);
        return NONE;
      }
      return streams;
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
      return object != null && other instanceof Key key && key.refersTo(object);
    }
  }

  /** Looks an object up without making a weak reference. */
  private record Probe(Object object) {
    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.refersTo(object);
    }
  }
}
