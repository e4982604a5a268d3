package com.example.embabel;

import com.embabel.agent.api.annotation.AchievesGoal;
import com.embabel.agent.api.annotation.Action;
import com.embabel.agent.api.annotation.Agent;
import com.embabel.agent.api.common.OperationContext;
import com.embabel.agent.domain.io.UserInput;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Two actions that a planner may have done at the same time, and a third that needs both. */
@Agent(name = "twins", description = "Do two things at once")
final class Twins {
  record Left(String text) {}

  record Right(String text) {}

  private final Semaphore begun;
  private final CyclicBarrier both = new CyclicBarrier(2);

  /**
   * @param begun is released by each action that begins
   */
  Twins(Semaphore begun) {
    this.begun = begun;
  }

  /** Hands actions over one by one, so that they begin in the same order in each run. */
  static Executor oneByOne(Executor threads, Semaphore begun) {
    return action -> {
      threads.execute(action);
      begun.acquireUninterruptibly();
    };
  }

  @Action
  public Left left(UserInput asked, OperationContext context) {
    meet();
    return new Left(context.ai().withDefaultLlm().generateText("Left?"));
  }

  @Action
  public Right right(UserInput asked, OperationContext context) {
    meet();
    return new Right(context.ai().withDefaultLlm().generateText("Right?"));
  }

  private void meet() {
    begun.release();
    try {
      both.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Action
  @AchievesGoal(description = "Both are done")
  public String join(Left left, Right right) {
    begun.release();
    return left.text() + " " + right.text();
  }
}
