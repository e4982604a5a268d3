package com.example.travel;

import dev.langchain4j.model.chat.ChatModel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Calls that nobody waits for any longer, and answers that are none. */
public final class BrokenCallsApp {

  private BrokenCallsApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    ChatModel model = Models.chat(arguments[0]);
    for (String fault : new String[] {"cut", "malformed", "empty", "closed"}) {
      System.out.println(fault + ": " + failure(model, fault));
    }
    System.out.println("timeout: " + failure(Models.impatient(arguments[0]), "hang"));
    Thread thread =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              System.out.println("interrupt: " + failure(model, "hang 1"));
            });
    thread.start();
    thread.join();
    cancelFuture(model);
    System.out.println("afterwards: " + model.chat("ping"));
  }

  private static void cancelFuture(ChatModel model) throws InterruptedException {
    AtomicReference<Thread> worker = new AtomicReference<>();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            1,
            task -> {
              worker.set(new Thread(task));
              return worker.get();
            });
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> future =
        pool.submit(
            () -> {
              begun.countDown();
              System.out.println("future: " + failure(model, "hang 2"));
            });
    begun.await();
    while (worker.get().getState() != Thread.State.WAITING) { // for the answer
      Thread.onSpinWait();
    }
    boolean cancelled = future.cancel(true);
    pool.shutdown();
    pool.awaitTermination(60, TimeUnit.SECONDS);
    System.out.println("cancelled: " + cancelled);
  }

  private static String failure(ChatModel model, String message) {
    try {
      return model.chat(message);
    } catch (RuntimeException e) {
      return e.getClass().getName();
    }
  }
}
