package ai.automagik.tracing.instrumentation.http.apache5.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the end of an execution, seen from outside: it is told on a thread of the
 * client's, for whoever made the call. Told once.
 */
final class WatchedCallback<T> implements FutureCallback<T> {
  /** Null where the application wants to be told nothing. */
  private final @Nullable FutureCallback<T> callback;

  private final Exchange exchange;

  WatchedCallback(@Nullable FutureCallback<T> callback, Exchange exchange) {
    this.callback = callback;
    this.exchange = exchange;
  }

  @Override
  public void completed(T result) {
    if (callback != null) {
      exchange.tell(() -> callback.completed(result));
    }
  }

  @Override
  public void failed(Exception cause) {
    OpenStream.Callback last = exchange.ending(cause);
    try {
      if (callback != null) {
        exchange.tell(() -> callback.failed(cause));
      }
    } finally {
      if (last != null) {
        last.close();
      }
    }
  }

  @Override
  public void cancelled() {
    HttpCall call = exchange.call();
    if (call != null) {
      call.cancelled();
    }
    if (callback != null) {
      exchange.tell(callback::cancelled);
    }
  }
}
