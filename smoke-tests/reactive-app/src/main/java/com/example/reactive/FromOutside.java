package com.example.reactive;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/**
 * Sources whose signals come from a thread of no agent. What is asked for a signal belongs to the
 * agent that subscribed.
 */
final class FromOutside {
  /** Begun with the program, and so by no agent. */
  static final EventLoop EVENTS = new EventLoop();

  private FromOutside() {}

  /** A way to subscribe. */
  interface Subscribing {
    void subscribe(Runnable onSignal, Runnable onEnd);
  }

  /** Subscribes to a source that then emits. */
  static void ask(String text, Subscribing source, Runnable emit) {
    CountDownLatch ended = new CountDownLatch(1);
    source.subscribe(() -> Agents.ask(text), ended::countDown);
    EVENTS.deliver(emit);
    await(ended);
  }

  /** Subscribes to a source that somebody else, who is no agent, has subscribed to before. */
  static void askSecond(String text, Subscribing source, Runnable emit) {
    CountDownLatch subscribed = new CountDownLatch(1);
    EVENTS.deliver(
        () -> {
          source.subscribe(() -> {}, () -> {});
          subscribed.countDown();
        });
    await(subscribed);
    ask(text, source, emit);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A source of no library, for one subscriber and one signal. */
  static final class Signal implements Flow.Publisher<String> {
    private Flow.Subscriber<? super String> subscriber;

    @Override
    public void subscribe(Flow.Subscriber<? super String> newSubscriber) {
      subscriber = newSubscriber;
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
          });
    }

    void emit() {
      subscriber.onNext("x");
      subscriber.onComplete();
    }
  }
}
