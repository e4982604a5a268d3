package ai.automagik.tracing.instrumentation.http.azure.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.http.SdkCall;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/**
 * One subscription to a {@link TracedMono}. What happens above belongs to the call; whoever is
 * below goes on in what was current when it subscribed.
 *
 * <p>As thread-safe as what it is between.
 */
@SuppressWarnings("try") // what is closed is never read
final class TracedSubscriber implements CoreSubscriber<Object>, Subscription, Scannable {
  private final SdkCall call;
  private final @Nullable ActiveSpan outer;
  private final CoreSubscriber<? super Object> subscriber;
  private @Nullable Subscription subscription;

  TracedSubscriber(
      SdkCall call, @Nullable ActiveSpan outer, CoreSubscriber<? super Object> subscriber) {
    this.call = call;
    this.outer = outer;
    this.subscriber = subscriber;
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
    call.told(null);
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      subscriber.onNext(value);
    }
  }

  @Override
  public void onError(Throwable failure) {
    call.told(failure);
    try (Tracer.Interlude below = Tracer.resumeOnly(outer)) {
      subscriber.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    call.told(null);
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
    call.cancelled();
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
