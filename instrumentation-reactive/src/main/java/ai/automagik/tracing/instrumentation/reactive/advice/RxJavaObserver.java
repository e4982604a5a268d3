package ai.automagik.tracing.instrumentation.reactive.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * An observer together with the span in which it subscribed. Immutable. It is of all kinds, because
 * there are observers that are of several; the source calls the methods of the kind that it serves.
 */
@SuppressWarnings({"overloads", "try", "unchecked"})
final class RxJavaObserver
    implements FlowableSubscriber<Object>,
        Observer<Object>,
        SingleObserver<Object>,
        MaybeObserver<Object>,
        CompletableObserver {
  private final ActiveSpan span;
  private final Object observer;

  RxJavaObserver(ActiveSpan span, Object observer) {
    this.span = span;
    this.observer = observer;
  }

  static boolean canCarryFor(Object observer) {
    return observer instanceof Subscriber
        || observer instanceof Observer
        || observer instanceof SingleObserver
        || observer instanceof MaybeObserver
        || observer instanceof CompletableObserver;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      ((Subscriber<Object>) observer).onSubscribe(subscription);
    }
  }

  @Override
  public void onSubscribe(Disposable subscription) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      if (observer instanceof Observer<?> observable) {
        observable.onSubscribe(subscription);
      } else if (observer instanceof SingleObserver<?> single) {
        single.onSubscribe(subscription);
      } else if (observer instanceof MaybeObserver<?> maybe) {
        maybe.onSubscribe(subscription);
      } else {
        ((CompletableObserver) observer).onSubscribe(subscription);
      }
    }
  }

  @Override
  public void onNext(Object value) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      if (observer instanceof Subscriber) {
        ((Subscriber<Object>) observer).onNext(value);
      } else {
        ((Observer<Object>) observer).onNext(value);
      }
    }
  }

  @Override
  public void onSuccess(Object value) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      if (observer instanceof SingleObserver) {
        ((SingleObserver<Object>) observer).onSuccess(value);
      } else {
        ((MaybeObserver<Object>) observer).onSuccess(value);
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      if (observer instanceof Subscriber<?> flowable) {
        flowable.onError(failure);
      } else if (observer instanceof Observer<?> observable) {
        observable.onError(failure);
      } else if (observer instanceof SingleObserver<?> single) {
        single.onError(failure);
      } else if (observer instanceof MaybeObserver<?> maybe) {
        maybe.onError(failure);
      } else {
        ((CompletableObserver) observer).onError(failure);
      }
    }
  }

  @Override
  public void onComplete() {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      if (observer instanceof Subscriber<?> flowable) {
        flowable.onComplete();
      } else if (observer instanceof Observer<?> observable) {
        observable.onComplete();
      } else if (observer instanceof MaybeObserver<?> maybe) {
        maybe.onComplete();
      } else {
        ((CompletableObserver) observer).onComplete();
      }
    }
  }
}
