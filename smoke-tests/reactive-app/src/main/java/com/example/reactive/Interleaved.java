package com.example.reactive;

import dev.langchain4j.agent.tool.Tool;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * Two agents that subscribe to one source, the second while the first waits, and a third that makes
 * it emit. Whatever thread the signals come on, what a subscriber asks belongs to the agent that
 * subscribed.
 */
final class Interleaved {
  private final String name;
  private final Function<String, CountDownLatch> subscribe;
  private final Runnable emit;

  /**
   * @param subscribe subscribes, asking with the given text for each signal, and returns a latch
   *     that is open when the source has completed
   */
  Interleaved(String name, Function<String, CountDownLatch> subscribe, Runnable emit) {
    this.name = name;
    this.subscribe = subscribe;
    this.emit = emit;
  }

  void run() throws InterruptedException {
    Subscriber first = new Subscriber("first, " + name);
    Subscriber second = new Subscriber("second, " + name);
    first.start();
    second.start();
    Agents.run(new Emitter(), "third, " + name);
    first.finish();
    second.finish();
  }

  /** An agent on a thread of its own, whose tool subscribes and waits. */
  final class Subscriber {
    private final String text;
    private final Thread thread;
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    Subscriber(String text) {
      this.text = text;
      this.thread = new Thread(() -> Agents.run(this, text));
    }

    void start() throws InterruptedException {
      thread.start();
      subscribed.await();
    }

    void finish() throws InterruptedException {
      mayEnd.countDown();
      thread.join();
    }

    @Tool("Subscribes")
    String relay() throws InterruptedException {
      CountDownLatch completed = subscribe.apply("asked by the " + text);
      subscribed.countDown();
      completed.await();
      mayEnd.await();
      return "relayed";
    }
  }

  /** The tool of the third agent. */
  final class Emitter {
    @Tool("Emits")
    String relay() {
      emit.run();
      return "relayed";
    }
  }
}
