package ai.automagik.tracing.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * A bounded mailbox emptied by one daemon thread: the one building block of the pipeline.
 *
 * <p>{@link #offer} may be called from any thread; it never blocks, and answers false when the
 * mailbox is full. The handler is confined to the stage's thread. A drain only moves references;
 * the work happens after it. Producers never wake the thread: it looks for itself, every
 * millisecond at work and up to every 50 at rest.
 */
public final class Stage<T> {
  private static final int MAX_BATCH = 512;
  private static final long MIN_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long MAX_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** What a stage does with what it is given. Confined to the stage's thread. */
  public interface Handler<T> {
    /**
     * Works on a batch, which is empty when nothing came. Whatever it throws is given to {@link
     * #failed}.
     */
    void handle(List<T> batch) throws Exception;

    /** Takes in what {@link #handle} threw. Must not throw. */
    void failed(Throwable failure, int batchSize);

    /** Ends the work; called once, after the last batch. */
    void close() throws Exception;
  }

  private final MpscAtomicArrayQueue<T> mailbox;
  private final Handler<T> handler;
  private final Thread thread;
  private volatile boolean running = true;
  private volatile boolean closed;

  /**
   * @param name of the thread, after {@code automagik-}
   * @param capacity items that may wait; rounded up to a power of two
   */
  public Stage(String name, int capacity, Handler<T> handler) {
    this.mailbox = new MpscAtomicArrayQueue<>(capacity);
    this.handler = handler;
    this.thread = Daemons.create(name, this::run);
  }

  /** Starts the thread. To be called once. */
  public void start() {
    thread.start();
  }

  /** Puts an item into the mailbox; false when it is full or the stage has stopped. */
  public boolean offer(T item) {
    return !closed && mailbox.offer(item);
  }

  /** Items that wait, roughly. */
  public int size() {
    return mailbox.size();
  }

  /** Empties the mailbox and ends the thread, but waits no longer than this. */
  public boolean stop(long timeoutMillis) {
    running = false;
    LockSupport.unpark(thread);
    try {
      thread.join(timeoutMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private void run() {
    List<T> batch = new ArrayList<>(MAX_BATCH);
    long pauseNanos = MIN_PAUSE_NANOS;
    while (running) {
      if (drainAndHandle(batch)) {
        pauseNanos = MIN_PAUSE_NANOS;
      } else {
        LockSupport.parkNanos(this, pauseNanos);
        pauseNanos = Math.min(2 * pauseNanos, MAX_PAUSE_NANOS);
      }
    }
    closed = true;
    while (drainAndHandle(batch)) {
      // until the mailbox is empty
    }
    try {
      handler.close();
    } catch (Exception | LinkageError failure) {
      handler.failed(failure, 0);
    }
  }

  private boolean drainAndHandle(List<T> batch) {
    mailbox.drain(batch::add, MAX_BATCH);
    boolean any = !batch.isEmpty();
    try {
      handler.handle(batch);
    } catch (Throwable failure) { // also errors: the stage outlives whatever a batch does
      handler.failed(failure, batch.size());
    } finally {
      batch.clear();
    }
    return any;
  }
}
