package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One subscription to a traced source. What happens above belongs to the call; whoever is below
 * goes on in what was current when it subscribed. It is of both kinds, and its source calls the
 * methods of the kind that it serves.
 *
 * <p>As thread-safe as what it is between.
 */
@SuppressWarnings({"overloads", "try", "unchecked"}) // what is closed is never read
public final class TracedObserver
    implements FlowableSubscriber<Object>, Subscription, MaybeObserver<Object>, Disposable {
  private final Signals call;
  private final @Nullable ActiveSpan outer;
  private final Object observer;
  private @Nullable Subscription subscription;
  private @Nullable Disposable disposable;

  TracedObserver(TracedCall call, @Nullable ActiveSpan outer, Object observer) {
    this.call = new Signals(call);
    this.outer = outer;
    this.observer = observer;
    this.call.subscribed(this);
  }

  @Override
  public void onSubscribe(Subscription above) {
    subscription = above;
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      ((Subscriber<Object>) observer).onSubscribe(this);
    }
  }

  @Override
  public void onSubscribe(Disposable above) {
    disposable = above;
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      ((MaybeObserver<Object>) observer).onSubscribe(this);
    }
  }

  @Override
  public void onNext(Object value) {
    call.arrived(value);
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      ((Subscriber<Object>) observer).onNext(value);
    }
  }

  @Override
  public void onSuccess(Object value) {
    call.arrived(value);
    call.completed();
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      ((MaybeObserver<Object>) observer).onSuccess(value);
    }
  }

  @Override
  public void onError(Throwable failure) {
    call.failed(failure);
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      if (observer instanceof Subscriber<?> subscriber) {
        subscriber.onError(failure);
      } else {
        ((MaybeObserver<Object>) observer).onError(failure);
      }
    }
  }

  @Override
  public void onComplete() {
    call.completed();
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      if (observer instanceof Subscriber<?> subscriber) {
        subscriber.onComplete();
      } else {
        ((MaybeObserver<Object>) observer).onComplete();
      }
    }
  }

  @Override
  public void request(long count) {
    try (Tracer.Resumed above = call.resume()) {
      if (subscription != null) {
        subscription.request(count);
      }
    }
  }

  @Override
  public void cancel() {
    try {
      if (subscription != null) {
        subscription.cancel();
      }
    } finally { // what is above ends first
      call.cancelled();
    }
  }

  @Override
  public void dispose() {
    try {
      if (disposable != null) {
        disposable.dispose();
      }
    } finally {
      call.cancelled();
    }
  }

  @Override
  public boolean isDisposed() {
    return disposable != null && disposable.isDisposed();
  }
}
