package ai.automagik.tracing.core.trace;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A span that is being recorded. It belongs to the call that it stands for: one thread at a time
 * changes it, handing it over as the traced library hands over the call. Only its end may come from
 * anywhere, in the midst of a change too, because streams are cancelled and given up.
 *
 * <p>The worker may look at it while it changes; it then sees some of the newest attributes or not,
 * but never half of one. It ends exactly once, whoever is first.
 */
public final class ActiveSpan {
  private static final int MAX_ATTRIBUTES = 128;
  private static final int USUAL_ATTRIBUTES = 16;
  private static final @Nullable Object[] NO_ATTRIBUTES = new Object[0];

  private final long traceIdHigh;
  private final long traceIdLow;
  private final long spanId;
  private final @Nullable ActiveSpan parent;

  /** The caller in another process, or unknown to this thread; then there is no parent. */
  private final @Nullable RemoteParent remoteParent;

  private final Operation operation;
  private final Operation.Kind kind;
  private final long threadId;
  private final String threadName;
  private final long startNanoTime;

  /**
   * Added to {@link System#nanoTime()} it gives nanoseconds since 1970; the same in the whole
   * trace.
   */
  private final long epochOffsetNanos;

  private @Nullable Object[] attributes;
  private int attributeCount;
  private @Nullable Throwable error;
  private @Nullable String conversationId;
  private boolean ended;
  private boolean chunkSeen;
  private @Nullable Enrichment enrichment;

  private @Nullable OpenStream stream;

  /** Of the object that is called: enough to tell it from others, and keeps nothing alive. */
  private int callee;

  /** What the span was begun for, until that call takes it over. */
  private @Nullable Object expectedCall;

  private int openStreams;
  private boolean waitsForStreams;

  private volatile boolean recorded;

  /** What knows about the span, until something begins beneath it or it is over. */
  private @Nullable Entry dormant;

  ActiveSpan(Operation operation, @Nullable ActiveSpan parent) {
    this(operation, operation.kind(), parent, null, null);
  }

  /**
   * At most one of the parents is there.
   *
   * @param dormant null when the span is recorded whatever comes
   */
  ActiveSpan(
      Operation operation,
      Operation.Kind kind,
      @Nullable ActiveSpan parent,
      @Nullable RemoteParent remoteParent,
      @Nullable Entry dormant) {
    this.operation = operation;
    this.kind = kind;
    this.parent = parent;
    this.remoteParent = remoteParent;
    this.recorded = dormant == null;
    this.dormant = dormant;
    this.attributes = recorded ? new Object[2 * USUAL_ATTRIBUTES] : NO_ATTRIBUTES;
    if (dormant == null && parent != null) {
      parent.wake();
    }
    this.spanId = Ids.next();
    Thread thread = Thread.currentThread();
    this.threadId = thread.getId();
    this.threadName = thread.getName();
    this.startNanoTime = System.nanoTime();
    if (parent == null) {
      this.traceIdHigh = remoteParent == null ? Ids.next() : remoteParent.traceIdHigh();
      this.traceIdLow = remoteParent == null ? Ids.next() : remoteParent.traceIdLow();
      // Finer than a millisecond, or traces would seem to begin together.
      Instant now = Instant.now();
      this.epochOffsetNanos = now.getEpochSecond() * 1_000_000_000 + now.getNano() - startNanoTime;
    } else {
      this.traceIdHigh = parent.traceIdHigh;
      this.traceIdLow = parent.traceIdLow;
      this.epochOffsetNanos = parent.epochOffsetNanos;
      this.conversationId = parent.conversationId;
    }
    Tracer.opened();
  }

  /** Something begins beneath: the span is recorded from now on, unless it is over. */
  private void wake() {
    if (recorded) {
      return;
    }
    Entry entry;
    synchronized (this) {
      entry = dormant;
      dormant = null;
      recorded = entry != null;
    }
    if (entry != null) {
      if (parent != null) {
        parent.wake();
        conversation(parent.conversationId);
      }
      try {
        entry.describe(this);
      } catch (RuntimeException | LinkageError incomplete) {
        // What was said before stays.
      }
      Tracer.sink().started(this);
    }
  }

  /** Whether the span is part of its trace; one that was entered is once a span began beneath. */
  public boolean recorded() {
    return recorded;
  }

  /** Sets an attribute; null says nothing and is left out. */
  public synchronized ActiveSpan set(Attribute attribute, @Nullable Object value) {
    if (value == null || ended) {
      return this;
    }
    @Nullable Object[] pairs = attributes;
    int end = 2 * attributeCount;
    for (int i = 0; i < end; i += 2) {
      if (pairs[i] == attribute) {
        pairs[i + 1] = value;
        return this;
      }
    }
    if (attributeCount < MAX_ATTRIBUTES) {
      if (end == pairs.length) {
        pairs = Arrays.copyOf(pairs, Math.max(2 * USUAL_ATTRIBUTES, 2 * pairs.length));
        attributes = pairs;
      }
      pairs[end] = attribute;
      pairs[end + 1] = value;
      attributeCount++;
    }
    return this;
  }

  /** Sets a number; null says nothing and is left out. */
  public ActiveSpan set(Attribute attribute, @Nullable Integer value) {
    return value == null ? this : set(attribute, Long.valueOf(value));
  }

  /** Names the conversation that the span, and every span that begins under it, belongs to. */
  public void conversation(@Nullable String id) {
    if (id != null) {
      conversationId = id;
    }
  }

  /** The conversation that the span belongs to; null when nobody named one. */
  public @Nullable String conversationId() {
    return conversationId;
  }

  /** Whether an attribute has a value. */
  public boolean has(Attribute attribute) {
    return value(attribute) != null;
  }

  /** The value of an attribute; null when it has none. */
  public synchronized @Nullable Object value(Attribute attribute) {
    @Nullable Object[] pairs = attributes;
    for (int i = 0; i < 2 * attributeCount; i += 2) {
      if (pairs[i] == attribute) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  /** Says which object's call this span is, see {@link Tracer#start(Operation, Object)}. */
  public void standFor(Object object) {
    callee = System.identityHashCode(object);
  }

  /** Whether this span is a call of that object. */
  public boolean standsFor(Object object) {
    return callee == System.identityHashCode(object);
  }

  /** True the first time that it is asked: whether the chunk at hand is the first of a stream. */
  boolean firstChunk() {
    boolean first = !chunkSeen;
    chunkSeen = true;
    return first;
  }

  /**
   * Names the call that the span was begun for, so that no second span begins when it comes: two
   * hooks of different modules may meet the same call, the outer one knowing more about it. The
   * call is kept until it has come or the span has ended.
   *
   * @see Tracer#takeOver
   */
  public ActiveSpan begunFor(Object call) {
    expectedCall = call;
    return this;
  }

  boolean takenOver(Object call) {
    if (!call.equals(expectedCall)) {
      return false;
    }
    expectedCall = null;
    return true;
  }

  /** Notes what went wrong, without ending the span. The first error stays. */
  public void fail(@Nullable Throwable failure) {
    if (error == null) {
      error = failure;
    }
  }

  /** Whether an exception was noted. */
  public boolean failed() {
    return error != null;
  }

  /**
   * Hands over what more can be worked out about the span. A later one, such as the next attempt at
   * the same call, takes the place of an earlier one.
   *
   * @return the one whose place it takes; null when it is the first
   */
  public synchronized @Nullable Enrichment enrichWith(Enrichment more) {
    Enrichment before = enrichment;
    if (!ended) {
      enrichment = more;
    }
    return before;
  }

  /** What was handed over last; null when nothing was, or when the span has ended. */
  public synchronized @Nullable Enrichment enrichment() {
    return enrichment;
  }

  /** Ends the span. Every call but the first does nothing. */
  public void end(@Nullable Throwable failure) {
    SpanEvent event = null;
    ActiveSpan waiting = null;
    Enrichment more = null;
    boolean over = false;
    synchronized (this) {
      if (!ended) {
        more = enrichment;
        fail(failure);
        ended = true;
        expectedCall = null;
        waiting = waitsForStreams ? parent : null;
        over = true;
        dormant = null; // A thread may hold on to the span, but not to the request.
        if (recorded) {
          event =
              new SpanEvent(
                  this,
                  epochOffsetNanos + System.nanoTime(),
                  attributes,
                  attributeCount,
                  error,
                  enrichment);
        }
        // The event's memory is accounted for; whoever still holds the span must not hold it too.
        attributes = NO_ATTRIBUTES;
        attributeCount = 0;
        error = null;
        enrichment = null;
      }
    }
    if (more != null) {
      more.spanEnded();
    }
    if (over) {
      Tracer.closed();
    }
    if (event != null) {
      Tracer.sink().ended(event);
      if (waiting != null && waiting.streamClosed()) {
        waiting.end(event.error());
      }
    }
  }

  /** The span as it stands, to be shown while it runs. May be called on any thread. */
  public SpanEvent running() {
    @Nullable Object[] pairs = attributes;
    return new SpanEvent(
        this, 0, pairs, Math.min(attributeCount, pairs.length / 2), null, enrichment);
  }

  /** Whether {@link #end} was called. */
  public boolean ended() {
    return ended;
  }

  /** The stream in which the answer to this call arrives; null when it does not arrive in one. */
  public @Nullable OpenStream stream() {
    return stream;
  }

  void streamed(OpenStream opened) {
    stream = opened;
  }

  /** Notes that a stream has begun whose end this span may have to wait for. */
  public synchronized void streamOpened() {
    openStreams++;
  }

  /**
   * Notes that a stream, and what its last callback did, is over.
   *
   * @return whether it was the last one that a span waits for, which is to be ended now
   */
  public synchronized boolean streamClosed() {
    openStreams--;
    return waitsForStreams && openStreams == 0;
  }

  /**
   * Asks, when the call returns, whether its work goes on in streams. If so, it is a stream itself
   * to the span that it is part of.
   *
   * @return true if the span then waits for the last {@link #streamClosed}
   */
  public synchronized boolean waitForStreams() {
    if (openStreams > 0 && !waitsForStreams) {
      waitsForStreams = true;
      if (parent != null) {
        parent.streamOpened();
      }
    }
    return waitsForStreams;
  }

  /** The kind of work that the span stands for. */
  public Operation operation() {
    return operation;
  }

  /** Whether the span stands for a request, or for the answering of one. */
  public Operation.Kind kind() {
    return kind;
  }

  /** The span that this one is part of; null where none of this process is. */
  public @Nullable ActiveSpan parent() {
    return parent;
  }

  /** Whether the span is part of one that was begun elsewhere. */
  public boolean remotelyCalled() {
    return remoteParent != null
        || (parent != null && !parent.recorded() && parent.remotelyCalled());
  }

  public long traceIdHigh() {
    return traceIdHigh;
  }

  public long traceIdLow() {
    return traceIdLow;
  }

  public long spanId() {
    return spanId;
  }

  /** 0 at the root of a trace. */
  public long parentSpanId() {
    if (parent != null) {
      return parent.recorded() ? parent.spanId : parent.parentSpanId();
    }
    return remoteParent == null ? 0 : remoteParent.spanId();
  }

  /** The number of the thread on which the span began. */
  public long threadId() {
    return threadId;
  }

  /** The name of the thread on which the span began. */
  public String threadName() {
    return threadName;
  }

  /** Nanoseconds since 1970. */
  public long startEpochNanos() {
    return epochOffsetNanos + startNanoTime;
  }

  /** Nanoseconds since the span began. */
  public long elapsedNanos() {
    return System.nanoTime() - startNanoTime;
  }
}
