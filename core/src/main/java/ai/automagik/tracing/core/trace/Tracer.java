package ai.automagik.tracing.core.trace;

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
  private static volatile SpanSink sink = new Nowhere();

  private Tracer() {}

  /** Sends all spans that end from now on to {@code sink}. */
  public static void install(SpanSink sink) {
    Tracer.sink = sink;
  }

  static SpanSink sink() {
    return sink;
  }

  /**
   * Begins a span under the current one and makes it current on this thread.
   *
   * @return null when the same operation is already open right here: overloads and wrappers call
   *     each other, and the outermost call is the one that is traced
   */
  public static @Nullable ActiveSpan start(Operation operation) {
    ActiveSpan parent = current();
    if (parent != null && parent.operation() == operation && operation != Operation.INVOKE_AGENT) {
      return null;
    }
    ActiveSpan span = new ActiveSpan(operation, parent);
    CURRENT.set(span);
    sink.started(span);
    return span;
  }

  /** The innermost span that is open on this thread; null when there is none. */
  public static @Nullable ActiveSpan current() {
    return innermostOpen(CURRENT.get());
  }

  /** The current span if it is of the given operation; otherwise null. */
  public static @Nullable ActiveSpan current(Operation operation) {
    ActiveSpan span = current();
    return span != null && span.operation() == operation ? span : null;
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
    Resumed resumed = new Resumed(span, CURRENT.get());
    CURRENT.set(span);
    return resumed;
  }

  private static @Nullable ActiveSpan innermostOpen(@Nullable ActiveSpan innermost) {
    ActiveSpan span = innermost;
    while (span != null && span.ended()) {
      span = span.parent();
    }
    return span;
  }

  private static void restore(@Nullable ActiveSpan span) {
    if (span == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(span);
    }
  }

  /** Makes nothing current on this thread: what it was asked to do is over. */
  public static void forget() {
    if (CURRENT.get() != null) {
      CURRENT.remove();
    }
  }

  /** A stretch of work for a span on a thread other than its own. Confined to that thread. */
  public static final class Resumed implements AutoCloseable {
    private final ActiveSpan span;
    private final @Nullable ActiveSpan before;

    private Resumed(ActiveSpan span, @Nullable ActiveSpan before) {
      this.span = span;
      this.before = before;
    }

    /** The span that is resumed. */
    public ActiveSpan span() {
      return span;
    }

    /** Makes current again what was current before. */
    @Override
    public void close() {
      restore(before);
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
