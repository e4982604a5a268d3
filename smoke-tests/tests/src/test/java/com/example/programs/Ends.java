package com.example.programs;

import java.util.concurrent.CountDownLatch;

/** Calls a model and ends in the way that the argument names. */
public final class Ends {

  private Ends() {}

  public static void main(String[] arguments) throws Exception {
    EchoModel model = new EchoModel();
    System.out.println(model.chat("first"));
    switch (arguments[0]) {
      case "exit" -> System.exit(3);
      case "exception" -> throw new IllegalStateException("nobody catches this");
      case "halt" -> {
        System.out.println("waiting");
        System.in.read();
        Runtime.getRuntime().halt(4);
      }
      case "daemon" -> {
        CountDownLatch started = new CountDownLatch(1);
        Thread daemon = new Thread(() -> waitForEver(started), "daemon");
        daemon.setDaemon(true);
        daemon.start();
        started.await();
      }
      case "thread" -> new Thread(() -> System.out.println(model.chat("second")), "worker").start();
      case "hook" ->
          Runtime.getRuntime()
              .addShutdownHook(new Thread(() -> System.out.println(model.chat("second")), "hook"));
      default -> {}
    }
  }

  private static void waitForEver(CountDownLatch started) {
    started.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
