package ai.automagik.tracing.instrumentation.reactive.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.subscription.ContextSupport;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.concurrent.Flow;

/**
 * A subscriber together with the span in which it subscribed. Immutable. It is of both kinds,
 * because there are subscribers that are; the source calls the methods of the kind that it serves.
 */
@SuppressWarnings({"overloads", "try", "unchecked"})
final class MutinySubscriber implements UniSubscriber<Object>, MultiSubscriber<Object> {
  private final ActiveSpan span;
  private final Object subscriber;

  MutinySubscriber(ActiveSpan span, Object subscriber) {
    this.span = span;
    this.subscriber = subscriber;
  }

  static boolean canCarryFor(Object subscriber) {
    return subscriber instanceof UniSubscriber || subscriber instanceof MultiSubscriber;
  }

  @Override
  public Context context() {
    return subscriber instanceof ContextSupport support ? support.context() : Context.empty();
  }

  @Override
  public void onSubscribe(UniSubscription subscription) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      ((UniSubscriber<Object>) subscriber).onSubscribe(subscription);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      ((MultiSubscriber<Object>) subscriber).onSubscribe(subscription);
    }
  }

  @Override
  public void onItem(Object item) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      if (subscriber instanceof UniSubscriber) {
        ((UniSubscriber<Object>) subscriber).onItem(item);
      } else {
        ((MultiSubscriber<Object>) subscriber).onItem(item);
      }
    }
  }

  @Override
  public void onFailure(Throwable failure) {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      if (subscriber instanceof UniSubscriber) {
        ((UniSubscriber<Object>) subscriber).onFailure(failure);
      } else {
        ((MultiSubscriber<Object>) subscriber).onFailure(failure);
      }
    }
  }

  @Override
  public void onCompletion() {
    try (Tracer.Resumed resumed = Tracer.resume(span)) {
      ((MultiSubscriber<Object>) subscriber).onCompletion();
    }
  }
}
