package ai.automagik.tracing.instrumentation.http.aws.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The body of a response, seen from outside: every signal is passed on as it is, at once, on the
 * same thread, and demand goes back untouched.
 */
record ReceivedBody(Publisher<ByteBuffer> publisher, HttpCall call)
    implements Publisher<ByteBuffer> {
  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    publisher.subscribe(new Watched(this, subscriber));
  }

  /** Keeps the body, which stands for the answer as long as somebody reads it. */
  private record Watched(ReceivedBody body, Subscriber<? super ByteBuffer> subscriber)
      implements Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Subscription subscription) {
      subscriber.onSubscribe(new WatchedSubscription(subscription, body.call));
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      try {
        body.call.responseBytes(buffer);
      } catch (RuntimeException | Error ours) {
        // The application's stream goes on.
      }
      OpenStream.Callback callback = body.call.callback();
      try {
        subscriber.onNext(buffer);
      } finally {
        close(callback);
      }
    }

    @Override
    public void onError(Throwable error) {
      OpenStream.Callback callback = body.call.ending(error);
      try {
        subscriber.onError(error);
      } finally {
        close(callback);
      }
    }

    @Override
    public void onComplete() {
      OpenStream.Callback callback = body.call.ending(null);
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
  }

  private record WatchedSubscription(Subscription subscription, HttpCall call)
      implements Subscription {
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
