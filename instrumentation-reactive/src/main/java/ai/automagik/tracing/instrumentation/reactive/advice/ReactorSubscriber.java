package ai.automagik.tracing.instrumentation.reactive.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/** A subscriber together with the span in which it subscribed. Immutable. */
@SuppressWarnings({"try", "unchecked"})
final class ReactorSubscriber implements CoreSubscriber<Object>, Scannable {
  private final ActiveSpan span;
  private final CoreSubscriber<Object> subscriber;

  ReactorSubscriber(ActiveSpan span, CoreSubscriber<?> subscriber) {
    this.span = span;
    this.subscriber = (CoreSubscriber<Object>) subscriber;
  }

  @Override
  public Context currentContext() {
    return subscriber.currentContext();
  }

  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public @Nullable Object scanUnsafe(Attr key) {
    return key == Attr.ACTUAL ? subscriber : null;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      subscriber.onSubscribe(subscription);
    }
  }

  @Override
  public void onNext(Object value) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      subscriber.onNext(value);
    }
  }

  @Override
  public void onError(Throwable failure) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      subscriber.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      subscriber.onComplete();
    }
  }
}
