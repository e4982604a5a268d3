package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/**
 * One subscription to a traced source of Reactor. What happens above belongs to the call; whoever
 * is below goes on in what was current when it subscribed.
 *
 * <p>As thread-safe as what it is between.
 */
@SuppressWarnings("try") // what is closed is never read
final class TracedSubscriber implements CoreSubscriber<Object>, Subscription, Scannable {
  private final Signals call;
  private final @Nullable ActiveSpan outer;
  private final CoreSubscriber<? super Object> subscriber;
  private @Nullable Subscription subscription;

  TracedSubscriber(
      TracedCall call, @Nullable ActiveSpan outer, CoreSubscriber<? super Object> subscriber) {
    this.call = new Signals(call);
    this.outer = outer;
    this.subscriber = subscriber;
    this.call.subscribed(this);
  }

  @Override
  public Context currentContext() {
    return subscriber.currentContext();
  }

  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public @Nullable Object scanUnsafe(Attr key) {
    if (key == Attr.ACTUAL) {
      return subscriber;
    }
    return key == Attr.PARENT ? subscription : null;
  }

  @Override
  public void onSubscribe(Subscription above) {
    subscription = above;
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      subscriber.onSubscribe(this);
    }
  }

  @Override
  public void onNext(Object value) {
    call.arrived(value);
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      subscriber.onNext(value);
    }
  }

  @Override
  public void onError(Throwable failure) {
    call.failed(failure);
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      subscriber.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    call.completed();
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      subscriber.onComplete();
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
}
