package ai.automagik.tracing.instrumentation.entry.vertxcore.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that belongs to what its thread was in the middle of when it left it to others. Up to
 * Vert.x 4 some of them get a promise.
 *
 * @param message what it is a part of; null where that is no message
 */
record BlockingTask(ActiveSpan span, @Nullable SocketMessage message, Object task)
    implements Callable<Object>, Handler<Promise<Object>> {

  @Override
  @SuppressWarnings("try") // what is closed is never read
  public Object call() throws Exception {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      return ((Callable<?>) task).call();
    } finally {
      over();
    }
  }

  @Override
  @SuppressWarnings({"try", "unchecked"}) // what is closed is never read
  public void handle(Promise<Object> promise) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      ((Handler<Promise<Object>>) task).handle(promise);
    } finally {
      over();
    }
  }

  private void over() {
    if (message != null) {
      message.partOver();
    }
  }
}
