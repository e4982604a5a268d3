package ai.automagik.tracing.instrumentation.http.jdk.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * The body of the application's request, seen from outside. Subscribed to again when the client
 * sends the request again.
 */
record WatchedPublisher(BodyPublisher publisher, HttpCall call) implements BodyPublisher {
  @Override
  public long contentLength() {
    return publisher.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    call.requestBegins();
    publisher.subscribe(new Watched(subscriber, call));
  }

  private record Watched(Flow.Subscriber<? super ByteBuffer> subscriber, HttpCall call)
      implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
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
