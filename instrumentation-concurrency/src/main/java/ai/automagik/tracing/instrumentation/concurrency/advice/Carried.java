package ai.automagik.tracing.instrumentation.concurrency.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work of the application together with the span that was current when it was handed over. Running
 * it on another thread makes the span current there for as long; a span that has ended by then
 * stands for the one that it was part of. Immutable.
 */
final class Carried {
  private Carried() {}

  /**
   * The work with its span, in an array because that is how advice says "put this in its place".
   *
   * @return null when there is no span, or nothing is to be changed
   */
  static Object @Nullable [] by(@Nullable Object work) {
    ActiveSpan span = Tracer.current();
    if (span == null || work == null) {
      return null;
    }
    boolean two = work instanceof BiFunction || work instanceof BiConsumer;
    boolean one =
        work instanceof Function
            || work instanceof Consumer
            || work instanceof Supplier
            || work instanceof Runnable
            || work instanceof Callable;
    if (two == one || work instanceof OfOne || work instanceof OfTwo) {
      return null; // which of the interfaces is meant cannot be told, or it carries a span already
    }
    return new Object[] {two ? new OfTwo(span, work) : new OfOne(span, work)};
  }

  /** The same for a task of an executor, which may be of a kind that takes care of itself. */
  static Object @Nullable [] task(@Nullable Object task) {
    return task instanceof ForkJoinTask
            || task instanceof CompletableFuture.AsynchronousCompletionTask
        ? null
        : by(task);
  }

  /** Work on at most one value. Which method is called says which interface was meant. */
  @SuppressWarnings({"overloads", "try", "unchecked"})
  private record OfOne(ActiveSpan span, Object work)
      implements Function<Object, Object>,
          Consumer<Object>,
          Supplier<Object>,
          Runnable,
          Callable<Object> {
    @Override
    public Object apply(Object value) {
      try (Tracer.Resumed resumed = Tracer.resume(span)) {
        return ((Function<Object, Object>) work).apply(value);
      }
    }

    @Override
    public void accept(Object value) {
      try (Tracer.Resumed resumed = Tracer.resume(span)) {
        ((Consumer<Object>) work).accept(value);
      }
    }

    @Override
    public Object get() {
      try (Tracer.Resumed resumed = Tracer.resume(span)) {
        return ((Supplier<Object>) work).get();
      }
    }

    @Override
    public void run() {
      try (Tracer.Resumed resumed = Tracer.resume(span)) {
        ((Runnable) work).run();
      }
    }

    @Override
    public Object call() throws Exception {
      try (Tracer.Resumed resumed = Tracer.resume(span)) {
        return ((Callable<Object>) work).call();
      }
    }
  }

  /** Work on two values. */
  @SuppressWarnings({"overloads", "try", "unchecked"})
  private record OfTwo(ActiveSpan span, Object work)
      implements BiFunction<Object, Object, Object>, BiConsumer<Object, Object> {
    @Override
    public Object apply(Object first, Object second) {
      try (Tracer.Resumed resumed = Tracer.resume(span)) {
        return ((BiFunction<Object, Object, Object>) work).apply(first, second);
      }
    }

    @Override
    public void accept(Object first, Object second) {
      try (Tracer.Resumed resumed = Tracer.resume(span)) {
        ((BiConsumer<Object, Object>) work).accept(first, second);
      }
    }
  }
}
