package ai.automagik.tracing.instrumentation.http.aws.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The SDK's handler of one response, seen from outside. As thread-safe as that. */
final class WatchedHandler<T> implements TransformingAsyncResponseHandler<T> {
  private final TransformingAsyncResponseHandler<T> handler;
  private final HttpCall call;

  /** Whether the body matters; set by the head, which comes before it. */
  private boolean watched;

  WatchedHandler(TransformingAsyncResponseHandler<T> handler, HttpCall call) {
    this.handler = handler;
    this.call = call;
  }

  @Override
  public CompletableFuture<T> prepare() {
    return handler.prepare();
  }

  @Override
  public void onHeaders(SdkHttpResponse response) {
    try {
      watched =
          call.responseBegins(
              response.statusCode(), name -> response.firstMatchingHeader(name).orElse(null));
    } catch (RuntimeException | Error ours) {
      // The application's response goes on.
    }
    handler.onHeaders(response);
  }

  @Override
  public void onStream(Publisher<ByteBuffer> body) {
    if (!watched) {
      handler.onStream(body);
      return;
    }
    ReceivedBody received = new ReceivedBody(body, call);
    call.deliveredBy(received);
    handler.onStream(received);
  }

  @Override
  public void onError(Throwable error) {
    Requests.failed(call, error);
    handler.onError(error);
  }
}
