package ai.automagik.tracing.instrumentation.http.jdk.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The application's body subscriber, seen from outside: every signal is passed on as it is, at
 * once, on the same thread, and demand goes back untouched.
 */
final class WatchedSubscriber<T> implements BodySubscriber<T> {
  private final BodySubscriber<T> subscriber;
  private final HttpCall call;

  WatchedSubscriber(BodySubscriber<T> subscriber, HttpCall call) {
    this.subscriber = subscriber;
    this.call = call;
  }

  @Override
  public CompletionStage<T> getBody() {
    return subscriber.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscriber.onSubscribe(new WatchedSubscription(subscription, call));
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        call.responseBytes(buffer);
      }
    } catch (RuntimeException | Error ours) {
      // The application's stream goes on.
    }
    OpenStream.Callback callback = call.callback();
    try {
      subscriber.onNext(buffers);
    } finally {
      close(callback);
    }
  }

  @Override
  public void onError(Throwable error) {
    if (Failure.cancels(error)) {
      call.cancelled();
    }
    OpenStream.Callback callback = call.ending(error);
    try {
      subscriber.onError(error);
    } finally {
      close(callback);
    }
  }

  @Override
  public void onComplete() {
    OpenStream.Callback callback = call.ending(null);
    try {
      subscriber.onComplete();
    } finally {
      close(callback);
    }
  }

  private static void close(OpenStream.@Nullable Callback callback) {
    if (callback != null) {
      callback.close();
    }
  }

  private record WatchedSubscription(Flow.Subscription subscription, HttpCall call)
      implements Flow.Subscription {
    @Override
    public void request(long demand) {
      subscription.request(demand);
    }

    @Override
    public void cancel() {
      call.cancelled();
      subscription.cancel();
    }
  }
}
