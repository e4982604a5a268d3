package com.example.mcp;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Runs tasks at the same time, but begins each of them only when the one before is under way. */
final class OneByOne implements Executor {
  private final Semaphore underWay = new Semaphore(0);

  /** To be called by a task when the next one may begin. */
  void underWay() {
    underWay.release();
  }

  @Override
  public void execute(Runnable task) {
    new Thread(task, "tool").start();
    underWay.acquireUninterruptibly();
  }
}
