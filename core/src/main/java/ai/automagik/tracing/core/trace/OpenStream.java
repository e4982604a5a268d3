package ai.automagik.tracing.core.trace;

import org.jspecify.annotations.Nullable;

/**
 * A call whose answer arrives bit by bit, from its begin to its end, which comes exactly once:
 * complete, failed, or broken off in one of the ways of {@link StreamOutcome}.
 *
 * <p>Objects of the library stand for the stream: the handler of the answer, which delivers it, and
 * the handle that cancels it. The span around the call, such as an agent's, waits for the end, and
 * what the application does in callbacks belongs to it. Thread-safe, but one thread at a time
 * delivers.
 */
public final class OpenStream {
  private static final String BROKEN_OFF = "error";

  /** The span of the call; null when the call is only promised and has not begun. */
  private final @Nullable ActiveSpan call;

  /** The span that waits for the end. */
  private final @Nullable ActiveSpan waiting;

  /** Whether it may be silent for as long as it likes. */
  private final boolean patient;

  private final PartialAnswer answer = new PartialAnswer();
  private final Callback fromCall;
  private final Callback fromNowhere;

  /** The thread that is inside a callback. Says no more than that overloads call each other. */
  private @Nullable Thread delivering;

  /** Grows with everything that arrives, for whoever looks whether anything does. */
  private int arrivals;

  private boolean ended;
  private boolean cancelling;

  /** Belongs to the table of open streams. */
  final OpenStreams.Entry sweep = new OpenStreams.Entry();

  private OpenStream(@Nullable ActiveSpan call, @Nullable ActiveSpan waiting, boolean patient) {
    this.call = call;
    this.patient = patient;
    this.waiting = waiting;
    this.fromCall = new Callback(this, call, false);
    this.fromNowhere = new Callback(this, null, false);
    if (waiting != null) {
      waiting.streamOpened();
    }
  }

  /** The stream of a call that has just begun. */
  public static OpenStream of(ActiveSpan call) {
    OpenStream stream = new OpenStream(call, call.parent(), false);
    call.streamed(stream);
    return stream;
  }

  /**
   * The results of work that has just begun, which may take any time. It ends early only when
   * nobody is left who could ask for the rest.
   *
   * @param source the object that is asked
   */
  public static OpenStream ofWork(ActiveSpan work, Object source) {
    OpenStream stream = new OpenStream(work, work.parent(), true);
    boolean unused = OpenStreams.put(source, stream);
    return stream;
  }

  /**
   * The promise of a stream that begins when an object of the library is told to, if it ever is.
   *
   * @param waiting the span that waits for it; it waits for nothing when there are too many
   */
  public static void promise(ActiveSpan waiting, Object object) {
    OpenStream stream = new OpenStream(null, waiting, false);
    if (!OpenStreams.put(object, stream)) {
      stream.breakOff(StreamOutcome.UNTRACKED);
    }
  }

  /** The stream that an object of the library stands for; null when there is none. */
  public static @Nullable OpenStream find(Object object) {
    return OpenStreams.get(object);
  }

  /** From now on this object delivers the answer, and nobody before it. */
  public void deliveredBy(Object handler) {
    OpenStreams.forget(this);
    boolean unused = OpenStreams.put(handler, this);
  }

  /** This object can cancel the stream. Asked for with each piece; only a new one matters. */
  public void cancelledBy(@Nullable Object handle) {
    if (handle != null && !sweep.lastHandleIs(handle) && !over()) {
      OpenStreams.putHandle(handle, this);
    }
  }

  /** The span of the call; null when it has not begun. */
  public @Nullable ActiveSpan call() {
    return call;
  }

  /** Whether the stream has ended. */
  public synchronized boolean over() {
    return ended;
  }

  /** Whether somebody can still deliver to the stream. */
  public boolean delivered() {
    return !sweep.isEmpty();
  }

  /**
   * Begins a callback that delivers a piece.
   *
   * @return to be closed when the callback returns; null when the piece is being delivered already,
   *     because overloads call each other
   */
  public @Nullable Callback callback() {
    Thread thread = Thread.currentThread();
    if (delivering == thread) {
      return null;
    }
    delivering = thread;
    arrivals++;
    ActiveSpan before = Tracer.exchange(waiting);
    if (before == null) {
      return fromNowhere;
    }
    return before == call ? fromCall : new Callback(this, before, false);
  }

  /** Something has arrived that nobody delivers: the stream is not silent. */
  public void progressed() {
    arrivals++;
  }

  /** A piece of text has arrived. */
  public void text(@Nullable String piece) {
    if (piece != null && !piece.isEmpty()) {
      arrived();
      answer.text(piece);
    }
  }

  /** A piece of what the model thinks has arrived. */
  public void reasoning(@Nullable String piece) {
    if (piece != null && !piece.isEmpty()) {
      arrived();
      answer.reasoning(piece);
    }
  }

  /**
   * A piece of a tool call has arrived.
   *
   * @param index which of the calls of this answer
   */
  public void toolCall(
      int index, @Nullable String id, @Nullable String name, @Nullable String arguments) {
    arrived();
    answer.toolCall(index, id, name, arguments == null ? "" : arguments);
  }

  /** A tool call has arrived as a whole, after its pieces or instead of them. */
  public void wholeToolCall(
      int index, @Nullable String id, @Nullable String name, @Nullable String arguments) {
    arrived();
    answer.wholeToolCall(index, id, name, arguments == null ? "" : arguments);
  }

  private void arrived() {
    if (call != null && call.firstChunk()) {
      call.set(Attribute.RESPONSE_TIME_TO_FIRST_CHUNK, call.elapsedNanos() / 1e9);
      // The answer as it grows: whoever writes the span while it runs writes what there is.
      call.set(Attribute.OUTPUT_MESSAGES, answer);
    }
  }

  /** Notes that the application is about to cancel: what fails from now on fails because of it. */
  public synchronized void cancelling(boolean now) {
    cancelling = now;
  }

  /**
   * Claims the end of the stream. Whoever gets it sets what there is to be said, and then calls
   * {@link #complete} or {@link #fail}.
   *
   * @return false when the stream has ended before
   */
  public boolean claimEnd() {
    synchronized (this) {
      if (ended) {
        return false;
      }
      ended = true;
    }
    OpenStreams.forget(this);
    return true;
  }

  /** Ends the span of the call, which has its whole answer unless the library did not give it. */
  public void complete() {
    if (call != null) {
      if (call.value(Attribute.OUTPUT_MESSAGES) == answer) {
        answer.close(null);
      } else {
        answer.drop();
      }
      call.end(null);
    }
  }

  /**
   * Ends the span of the call, which has as much of its answer as had arrived. Whoever waits may
   * yet get over it.
   */
  public void failCall(@Nullable Throwable error) {
    endPartial(null, error);
  }

  /** Ends the span of the call, which has as much of its answer as had arrived. */
  public void fail(@Nullable Throwable error) {
    if (cancelling) {
      endPartial(StreamOutcome.CANCELLED, null);
    } else {
      endPartial(null, error);
      if (waiting != null) {
        waiting.fail(error);
      }
    }
  }

  /**
   * After the end of the call, begins the callback that tells the application of it. The waiting
   * span waits for that too.
   */
  public Callback lastCallback() {
    return new Callback(this, Tracer.exchange(waiting), true);
  }

  /** The waiting span need not wait any longer. To be called by whoever claimed the end. */
  public void close() {
    close(null);
  }

  /** Ends the stream if it has not ended, and with it perhaps the span that waits for it. */
  public void breakOff(StreamOutcome outcome) {
    if (claimEnd()) {
      endPartial(outcome, null);
      close(outcome);
    }
  }

  private void close(@Nullable StreamOutcome outcome) {
    if (waiting != null && waiting.streamClosed()) {
      if (outcome != null) {
        waiting.set(Attribute.STREAM_OUTCOME, outcome.wireName());
      }
      waiting.end(null);
    }
  }

  private void endPartial(@Nullable StreamOutcome outcome, @Nullable Throwable error) {
    answer.close(BROKEN_OFF);
    if (call == null) {
      return;
    }
    if (answer.truncated()) {
      call.set(Attribute.STREAM_TRUNCATED, true);
    }
    if (outcome != null) {
      call.set(Attribute.STREAM_OUTCOME, outcome.wireName());
    }
    if (waiting != null && waiting.operation() == Operation.INVOKE_AGENT && !answer.isEmpty()) {
      waiting.set(Attribute.OUTPUT_MESSAGES, answer);
    }
    call.end(error);
  }

  /** Changes whenever something arrives. */
  int arrivals() {
    return arrivals;
  }

  /** Whether it may be silent for as long as it likes. */
  boolean patient() {
    return patient;
  }

  /** Whether a callback of the application is at work. */
  boolean delivering() {
    return delivering != null;
  }

  /**
   * A callback of the application, during which the waiting span is current. Confined to the
   * callback's thread. Those that deliver pieces mostly interrupt the same, and are made once.
   */
  public static final class Callback {
    private final OpenStream stream;
    private final @Nullable ActiveSpan before;
    private final boolean last;

    private Callback(OpenStream stream, @Nullable ActiveSpan before, boolean last) {
      this.stream = stream;
      this.before = before;
      this.last = last;
    }

    /** Notes what went wrong in the callback, for the span that it ran for. */
    public void fail(@Nullable Throwable error) {
      if (stream.waiting != null) {
        stream.waiting.fail(error);
      }
    }

    /** The callback has returned: makes current again what was current before. */
    public void close() {
      stream.delivering = null;
      if (last) {
        Tracer.restore(before);
        stream.close();
      } else if (before != stream.waiting) {
        ActiveSpan unused = Tracer.exchange(before);
      }
    }
  }
}
