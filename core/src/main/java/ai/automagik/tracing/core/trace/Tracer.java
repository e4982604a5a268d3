package ai.automagik.tracing.core.trace;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where advice begins spans, and what each thread is in the middle of. Thread-safe; nothing here
 * throws.
 *
 * <p>Only agent objects are kept in thread locals, so a pooled thread never holds on to an
 * application.
 */
public final class Tracer {
  private static final ThreadLocal<@Nullable ActiveSpan> CURRENT = new ThreadLocal<>();

  /** The spans that threads were started for, until they first ask what is current. */
  private static final SpanMap STARTED = new SpanMap();

  /** How many spans have begun and not ended, in the whole JVM. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  private static volatile SpanSink sink = new Nowhere();

  private Tracer() {}

  /** Sends all spans that end from now on to {@code sink}. */
  public static void install(SpanSink sink) {
    Tracer.sink = sink;
  }

  static SpanSink sink() {
    return sink;
  }

  static void opened() {
    OPEN.incrementAndGet();
  }

  static void closed() {
    OPEN.decrementAndGet();
  }

  /** Whether any span is open on any thread; where none is, nothing can be current. */
  public static boolean anyOpen() {
    return OPEN.get() != 0;
  }

  /**
   * Begins a span under the current one and makes it current on this thread.
   *
   * @return null when the same operation is already open right here: overloads and wrappers call
   *     each other, and the outermost call is the one that is traced
   */
  public static @Nullable ActiveSpan start(Operation operation) {
    ActiveSpan parent = current();
    if (parent != null
        && parent.operation() == operation
        && parent.kind() == operation.kind()
        && !operation.nests()) {
      return null;
    }
    return begin(operation, parent);
  }

  /**
   * Begins a span for the call of one object. Other objects that it calls for the same operation
   * have spans of their own beneath.
   *
   * @return null when the same operation of the same object is already open right here
   */
  public static @Nullable ActiveSpan start(Operation operation, Object callee) {
    ActiveSpan parent = current();
    if (parent != null && parent.operation() == operation && parent.standsFor(callee)) {
      return null;
    }
    ActiveSpan span = begin(operation, parent);
    span.standFor(callee);
    return span;
  }

  /**
   * Begins a span for the answering of a request, under the span of whoever sent it. It is not made
   * current: whoever answers may do so on any thread, see {@link #resume}.
   *
   * @param caller as the request names it; null when it names none, and the current span counts
   */
  public static ActiveSpan serve(Operation operation, @Nullable RemoteParent caller) {
    ActiveSpan here = current();
    boolean local = caller == null || (here != null && caller.is(here));
    ActiveSpan span =
        new ActiveSpan(
            operation, Operation.Kind.SERVER, local ? here : null, local ? null : caller, null);
    sink.started(span);
    return span;
  }

  /**
   * Begins a span for what somebody asked of the application, and makes it current: a request, a
   * message, a command. Most of these have nothing to do with what is traced; the span is recorded
   * when another begins beneath, and never if none does.
   *
   * @param caller as the request names it; null when it names none, and the current span counts
   * @return null when the same operation is already open right here
   */
  public static @Nullable ActiveSpan enter(
      Operation operation, @Nullable RemoteParent caller, Entry entry) {
    ActiveSpan here = current();
    if (here != null && here.operation() == operation) {
      return null;
    }
    ActiveSpan span =
        new ActiveSpan(operation, operation.kind(), here, here == null ? caller : null, entry);
    CURRENT.set(span);
    return span;
  }

  private static ActiveSpan begin(Operation operation, @Nullable ActiveSpan parent) {
    ActiveSpan span = new ActiveSpan(operation, parent);
    CURRENT.set(span);
    sink.started(span);
    return span;
  }

  /** The innermost span that is open on this thread; null when there is none. */
  public static @Nullable ActiveSpan current() {
    return innermostOpen(here());
  }

  /** Whether what this thread is in the middle of is recorded. */
  public static boolean recording() {
    ActiveSpan span = current();
    return span != null && span.recorded();
  }

  /** The current span if it is of the given operation; otherwise null. */
  public static @Nullable ActiveSpan current(Operation operation) {
    ActiveSpan span = current();
    return span != null && span.operation() == operation ? span : null;
  }

  /**
   * The current span, if somebody further out began it for this very call. It is taken over once,
   * and ended by whoever began it.
   *
   * @param call what {@link ActiveSpan#begunFor} was told
   */
  public static @Nullable ActiveSpan takeOver(Object call) {
    ActiveSpan span = current();
    return span != null && span.takenOver(call) ? span : null;
  }

  /**
   * Makes current again what was current when the span began, also if a span inside was never left.
   * To be called on the thread that began the span, when the traced call returns.
   */
  public static void leave(ActiveSpan span) {
    restore(innermostOpen(span.parent()));
  }

  /** Makes a span current on a thread that goes on with its work. */
  public static Resumed resume(ActiveSpan span) {
    Resumed resumed = new Resumed(span, here());
    CURRENT.set(span);
    return resumed;
  }

  /**
   * Makes a span current, or nothing if there is none, for work that has no part in what the thread
   * is in the middle of.
   *
   * @return null when nothing was current, and nothing is
   */
  public static @Nullable Interlude resumeOnly(@Nullable ActiveSpan span) {
    ActiveSpan before = here();
    if (span == null && before == null) {
      return null;
    }
    restore(span);
    return new Interlude(before);
  }

  /** Makes the current span the one that a thread begins with, which is about to start. */
  public static void starts(Thread thread) {
    ActiveSpan span = current();
    if (span != null) {
      STARTED.put(thread, span);
    }
  }

  /** What was made current on this thread last, or what it was started for; it may have ended. */
  private static @Nullable ActiveSpan here() {
    ActiveSpan span = CURRENT.get();
    if (span == null && !STARTED.isEmpty()) {
      span = STARTED.remove(Thread.currentThread());
      if (span != null) {
        CURRENT.set(span);
      }
    }
    return span;
  }

  private static @Nullable ActiveSpan innermostOpen(@Nullable ActiveSpan innermost) {
    ActiveSpan span = innermost;
    while (span != null && span.ended()) {
      span = span.parent();
    }
    return span;
  }

  /** What was made current last, ended or not. */
  static @Nullable ActiveSpan innermost() {
    return here();
  }

  /**
   * Makes a span current, or none, and returns what was current before, ended or not. Where none
   * is, the thread keeps its empty place, because it may be asked again in a moment.
   */
  static @Nullable ActiveSpan exchange(@Nullable ActiveSpan span) {
    ActiveSpan before = here();
    if (before != span) {
      CURRENT.set(span);
    }
    return before;
  }

  static void restore(@Nullable ActiveSpan span) {
    if (span == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(span);
    }
  }

  /** Makes nothing current on this thread: what it was asked to do is over. */
  public static void forget() {
    if (here() != null) {
      CURRENT.remove();
    }
  }

  /**
   * A stretch of work on a thread that may be in the middle of another. Confined to that thread.
   */
  public static sealed class Interlude implements AutoCloseable permits Resumed {
    private final @Nullable ActiveSpan before;

    private Interlude(@Nullable ActiveSpan before) {
      this.before = before;
    }

    /** Makes current again what was current before. */
    @Override
    public final void close() {
      restore(before);
    }
  }

  /** A stretch of work for a span on a thread other than its own. */
  public static final class Resumed extends Interlude {
    private final ActiveSpan span;

    private Resumed(ActiveSpan span, @Nullable ActiveSpan before) {
      super(before);
      this.span = span;
    }

    /** The span that is resumed. */
    public ActiveSpan span() {
      return span;
    }
  }

  /** The sink before the agent is set up, and where recording is switched off. */
  private static final class Nowhere implements SpanSink {
    @Override
    public void starting() {}

    @Override
    public void started(ActiveSpan span) {}

    @Override
    public void ended(SpanEvent span) {}
  }
}
