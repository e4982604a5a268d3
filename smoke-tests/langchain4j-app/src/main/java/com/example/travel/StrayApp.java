package com.example.travel;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An agent that leaves threads, pools, timers and tasks behind, and what these do afterwards, or
 * for others meanwhile: that is no part of it.
 */
public final class StrayApp {
  private static final ChatModel MODEL = new EchoModel();

  private StrayApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    Leftovers leftovers = new Leftovers();
    System.out.println(agent(leftovers).run("Run!"));
    leftovers.afterwards();
    new Sharing().run();
    Unwanted unwanted = new Unwanted();
    agent(unwanted).run("Try!");
    agent(unwanted).run("Try again!");
    new Helping().run();
  }

  private static Runner agent(Object tools) {
    return AiServices.builder(Runner.class).chatModel(new RelayModel()).tools(tools).build();
  }

  /** The agent. */
  interface Runner {
    String run(String task);
  }

  /** A tool after which much goes on. */
  static final class Leftovers {
    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final ForkJoinPool forkJoin = new ForkJoinPool(1);
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final Timer timer = new Timer();
    private final Turn rate = new Turn();
    private final Turn delay = new Turn();
    private final Turn timed = new Turn();
    private final Turn thread = new Turn();

    @Tool("Leaves things behind")
    String relay() throws Exception {
      pool.execute(() -> MODEL.chat("pool"));
      pool.submit(() -> {}).get();
      forkJoin.submit(() -> MODEL.chat("fork join")).get();
      Future<?> first =
          scheduler.scheduleAtFixedRate(rate.ask("fixed rate"), 0, 1, TimeUnit.MILLISECONDS);
      Future<?> second =
          scheduler.scheduleWithFixedDelay(delay.ask("fixed delay"), 0, 1, TimeUnit.MILLISECONDS);
      Runnable ask = timed.ask("timer period");
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              ask.run();
            }
          },
          0,
          1);
      new Thread(thread.ask("thread")).start();
      return first.isDone() || second.isDone() ? "ended" : "relayed";
    }

    /** One after the other. */
    void afterwards() throws Exception {
      pool.submit(() -> MODEL.chat("pool afterwards")).get();
      CountDownLatch executed = new CountDownLatch(1);
      pool.execute(
          () -> {
            MODEL.chat("pool afterwards, executed");
            executed.countDown();
          });
      executed.await();
      forkJoin.submit(() -> MODEL.chat("fork join afterwards")).get();
      rate.take();
      delay.take();
      timed.take();
      thread.take();
      pool.shutdown();
      forkJoin.shutdown();
      scheduler.shutdownNow();
      timer.cancel();
    }
  }

  /** One Runnable that two agents, and somebody else, hand over to a pool that is busy. */
  static final class Sharing {
    private final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final Runnable shared = new Ask("shared by two");
    private final Runnable unshared = new Ask("handed over twice by one");
    private final Runnable early = new Ask("handed over without an agent, and with one");
    private CountDownLatch handedOver = new CountDownLatch(1);
    private CountDownLatch mayEnd = new CountDownLatch(1);

    void run() throws Exception {
      pool.execute(
          () -> {
            try {
              free.await();
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          });
      pool.execute(early);
      Thread first = new Thread(() -> agent(this).run("First!"));
      first.start();
      handedOver.await();
      handedOver = new CountDownLatch(1);
      Thread second = new Thread(() -> agent(this).run("Second!"));
      second.start();
      handedOver.await();
      free.countDown();
      pool.submit(() -> {}).get();
      mayEnd.countDown();
      first.join();
      second.join();
      pool.shutdown();
    }

    @Tool("Hands over")
    String relay() throws InterruptedException {
      CountDownLatch done = handedOver;
      pool.execute(shared);
      if (pool.getQueue().size() == 2) {
        pool.execute(unshared);
        pool.execute(unshared);
        pool.execute(early);
      }
      done.countDown();
      mayEnd.await();
      return "relayed";
    }
  }

  /** Tasks that no pool would run for the first agent; what runs for the second is its own. */
  static final class Unwanted {
    private final Runnable refused = new Ask("refused before");
    private final Runnable removed = new Ask("removed before");
    private final Runnable drained = new Ask("drained before");
    private boolean again;

    @Tool("Hands over, in vain the first time")
    String relay() throws InterruptedException {
      if (again) {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.execute(refused);
        pool.execute(removed);
        pool.execute(drained);
        pool.shutdown();
        return pool.awaitTermination(1, TimeUnit.MINUTES) ? "relayed" : "late";
      }
      again = true;
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch free = new CountDownLatch(1);
      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
      pool.execute(
          () -> {
            begun.countDown();
            while (free.getCount() > 0) {
              Thread.onSpinWait(); // nobody interrupts it
            }
          });
      begun.await();
      pool.execute(removed);
      try {
        pool.execute(refused);
      } catch (RejectedExecutionException full) {
        System.out.println("refused, removed: " + pool.remove(removed));
      }
      pool.execute(drained);
      System.out.println("drained: " + pool.shutdownNow().size());
      free.countDown();
      return "relayed";
    }
  }

  private record Ask(String text) implements Runnable {
    @Override
    public void run() {
      MODEL.chat(text);
    }
  }

  /** A tool that waits for a task of its own, and helps with somebody else's meanwhile. */
  static final class Helping {
    private final ForkJoinPool pool = new ForkJoinPool(1);
    private ForkJoinTask<?> others;

    void run() throws Exception {
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch queued = new CountDownLatch(1);
      ForkJoinTask<?> outer =
          pool.submit(
              () -> {
                busy.countDown();
                try {
                  queued.await();
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
                agent(this).run("Help!");
              });
      busy.await();
      others = pool.submit(() -> MODEL.chat("somebody else's"));
      queued.countDown();
      outer.get();
      others.get();
      pool.shutdown();
    }

    @Tool("Helps")
    String relay() {
      ForkJoinTask<?> own = ForkJoinTask.adapt(() -> MODEL.chat("own")).fork();
      ForkJoinTask.helpQuiesce();
      own.join();
      others.join();
      return "relayed";
    }
  }

  /** Work that asks once, when it is its turn. */
  private static final class Turn {
    private final CountDownLatch turn = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    Runnable ask(String text) {
      return () -> {
        try {
          turn.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
        if (done.getCount() > 0) {
          MODEL.chat(text);
          done.countDown();
        }
      };
    }

    void take() throws InterruptedException {
      turn.countDown();
      done.await();
    }
  }
}
