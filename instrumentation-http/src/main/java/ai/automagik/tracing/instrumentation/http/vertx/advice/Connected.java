package ai.automagik.tracing.instrumentation.http.vertx.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who is told first that a request can be sent, or why not; before the application, in whose stead
 * it may stand.
 *
 * @param handler the application's; null where that waits for a future
 */
record Connected(HttpCall call, @Nullable Handler<AsyncResult<HttpClientRequest>> handler)
    implements Handler<AsyncResult<HttpClientRequest>> {
  @Override
  public void handle(AsyncResult<HttpClientRequest> result) {
    OpenStream.Callback callback = noted(result);
    try {
      if (handler != null) {
        handler.handle(result);
      }
    } finally {
      Exchange.close(callback);
    }
  }

  private OpenStream.@Nullable Callback noted(AsyncResult<HttpClientRequest> result) {
    try {
      if (result.failed()) {
        return call.ending(result.cause());
      }
      Exchange.carriedBy(result.result(), call);
      return call.callback();
    } catch (RuntimeException | Error ours) {
      return null; // the application's request goes out all the same
    }
  }
}
