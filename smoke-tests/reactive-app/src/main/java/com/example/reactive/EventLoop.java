package com.example.reactive;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A thread that was there before all agents and delivers what comes from outside. */
final class EventLoop {
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

  EventLoop() {
    Thread thread = new Thread(this::loop, "event-loop");
    thread.setDaemon(true);
    thread.start();
  }

  void deliver(Runnable event) {
    events.add(event);
  }

  private void loop() {
    try {
      while (true) {
        events.take().run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
