package ai.automagik.tracing.instrumentation.http.reactornetty.advice;

import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.instrumentation.http.HttpCall;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.netty.Connection;
import reactor.util.context.Context;

/**
 * Who waits for a response, seen from outside: one subscription is one call, with all its attempts.
 * Here it fails, or is cancelled, as long as there is no response; which call it is, is known
 * before anything is sent.
 */
final class Connecting implements CoreSubscriber<Connection>, Subscription {
  /** What each thread is just subscribing to a request. */
  private static final ThreadLocal<@Nullable Connecting> CURRENT = new ThreadLocal<>();

  private final CoreSubscriber<? super Connection> subscriber;
  private @Nullable Subscription subscription;
  private volatile @Nullable HttpCall call;
  private volatile boolean answered;

  private Connecting(CoreSubscriber<? super Connection> subscriber) {
    this.subscriber = subscriber;
  }

  static Connecting begin(CoreSubscriber<? super Connection> subscriber) {
    Connecting connecting = new Connecting(subscriber);
    CURRENT.set(connecting);
    return connecting;
  }

  /** The subscription is made, or has failed. */
  void end(@Nullable Throwable error) {
    CURRENT.remove();
    if (error != null) {
      OpenStream.Callback callback = ending(error);
      Exchange.close(callback);
    }
  }

  /** What is being subscribed on this thread is that call. */
  static void calls(HttpCall call) {
    Connecting connecting = CURRENT.get();
    if (connecting != null) {
      connecting.call = call;
    }
  }

  @Override
  public Context currentContext() {
    return subscriber.currentContext();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    subscriber.onSubscribe(this);
  }

  @Override
  public void onNext(Connection connection) {
    answered = true;
    subscriber.onNext(connection);
  }

  @Override
  public void onError(Throwable error) {
    OpenStream.Callback callback = ending(error);
    try {
      subscriber.onError(error);
    } finally {
      Exchange.close(callback);
    }
  }

  @Override
  public void onComplete() {
    subscriber.onComplete();
  }

  @Override
  public void request(long demand) {
    if (subscription != null) {
      subscription.request(demand);
    }
  }

  @Override
  public void cancel() {
    HttpCall cancelled = call;
    if (cancelled != null && !answered) {
      cancelled.cancelled();
    }
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private OpenStream.@Nullable Callback ending(Throwable error) {
    HttpCall failed = call;
    return failed == null ? null : failed.ending(error);
  }
}
