package ai.automagik.tracing.instrumentation.http.aws.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/** The body of a request, seen from outside. Subscribed to again when it is sent again. */
record SentBody(SdkHttpContentPublisher publisher, HttpCall call)
    implements SdkHttpContentPublisher {
  @Override
  public Optional<Long> contentLength() {
    return publisher.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    call.requestBegins();
    publisher.subscribe(new Watched(subscriber, call));
  }

  private record Watched(Subscriber<? super ByteBuffer> subscriber, HttpCall call)
      implements Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      try {
        call.requestBytes(buffer);
      } catch (RuntimeException | Error ours) {
        // The application's request goes on.
      }
      subscriber.onNext(buffer);
    }

    @Override
    public void onError(Throwable error) {
      subscriber.onError(error);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
  }
}
