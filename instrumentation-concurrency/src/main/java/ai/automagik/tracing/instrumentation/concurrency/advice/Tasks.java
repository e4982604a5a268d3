package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.SpanMap;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.core.trace.WaitingTasks;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The spans that were current when tasks were made or handed over, until they run. */
final class Tasks {
  /** By the task: each of these is handed over, and runs, at most once. */
  static final SpanMap SPANS = new SpanMap();

  /** By the fork-join task, from its forking until it runs; it may then be forked again. */
  private static final SpanMap FORKED = new SpanMap();

  /** The tasks of thread pools that are nothing but a Runnable. */
  private static final WaitingTasks PLAIN = new WaitingTasks();

  private Tasks() {}

  static void remember(Object task) {
    ActiveSpan span = Tracer.current();
    if (span != null) {
      SPANS.put(task, span);
    }
  }

  static @Nullable ActiveSpan take(Object task) {
    return SPANS.isEmpty() ? null : SPANS.remove(task);
  }

  static void fork(Object task) {
    ActiveSpan span = Tracer.current();
    if (span != null) {
      FORKED.put(task, span);
    } else {
      ActiveSpan unused = takeForked(task);
    }
  }

  static @Nullable ActiveSpan takeForked(Object task) {
    return FORKED.isEmpty() ? null : FORKED.remove(task);
  }

  static void addPlain(@Nullable Object task) {
    if (task != null && plain(task)) {
      PLAIN.add(task, Tracer.current());
    }
  }

  static @Nullable ActiveSpan takePlain(@Nullable Object task) {
    return task != null && plain(task) ? PLAIN.take(task) : null;
  }

  /** Forgets a task that will not run, whatever it is. */
  static void withdraw(@Nullable Object task) {
    if (task != null && plain(task)) {
      PLAIN.withdraw(task);
    } else if (task != null) {
      ActiveSpan unused = take(task);
    }
  }

  /** Notes that a task may have been dropped, or may just be about to run, whatever it is. */
  static void doubt(Object task) {
    if (plain(task)) {
      PLAIN.doubt(task);
    } // Others are handed over but once.
  }

  /** Whether anything is known of a task. */
  static boolean knows(Object task) {
    return plain(task) ? PLAIN.contains(task) : SPANS.get(task) != null;
  }

  /** Whether it is a task that does not take care of its span itself. */
  static boolean plain(Object task) {
    return !(task instanceof Future)
        && !(task instanceof CompletableFuture.AsynchronousCompletionTask);
  }
}
