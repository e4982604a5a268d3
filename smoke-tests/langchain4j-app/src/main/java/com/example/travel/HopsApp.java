package com.example.travel;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A tool that asks a model on many threads, one after the other; and afterwards the same pool, on
 * its own.
 */
public final class HopsApp {
  private HopsApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    Hops hops = new Hops();
    try {
      Runner runner =
          AiServices.builder(Runner.class).chatModel(new RelayModel()).tools(hops).build();
      System.out.println(runner.run("Run!"));
      System.out.println(hops.pool.submit(() -> hops.model.chat("afterwards")).get());
    } finally {
      hops.pool.shutdown();
      hops.timer.shutdown();
      hops.forkJoin.shutdown();
    }
  }

  /** The agent. */
  interface Runner {
    String run(String task);
  }

  /** The tool. */
  static final class Hops {
    final ChatModel model = new EchoModel();
    final ExecutorService pool = Executors.newFixedThreadPool(1);
    // The common pool would let the caller help, on one run and not on the next.
    final ForkJoinPool forkJoin = new ForkJoinPool(1);
    final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @Tool("Asks on many threads")
    String relay() throws Exception {
      List<Callable<String>> both = List.of(() -> model.chat("all 1"), () -> model.chat("all 2"));
      pool.submit(() -> model.chat("submit")).get();
      pool.invokeAll(both);
      CountDownLatch executed = new CountDownLatch(1);
      pool.execute(
          () -> {
            model.chat("execute");
            executed.countDown();
          });
      executed.await();
      timer.schedule(() -> model.chat("schedule"), 1, TimeUnit.MILLISECONDS).get();
      forkJoin.submit(() -> model.chat("fork join")).get();
      CompletableFuture.supplyAsync(() -> model.chat("supply"), pool)
          .thenApplyAsync(text -> model.chat(text + ", apply"))
          .thenCombineAsync(
              CompletableFuture.completedFuture(", combine"), (a, b) -> model.chat(a + b))
          .thenAcceptAsync(text -> model.chat(text + ", accept"))
          .get();
      System.out.println("own task comes back: " + ownTaskComesBack());
      return "relayed";
    }

    /** What waits in a pool is what was put there, not a thing around it. */
    private static boolean ownTaskComesBack() throws InterruptedException {
      ExecutorService busy = Executors.newFixedThreadPool(1);
      CountDownLatch running = new CountDownLatch(1);
      busy.execute(
          () -> {
            running.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          });
      running.await();
      Runnable own = () -> {};
      busy.execute(own);
      return busy.shutdownNow().get(0) == own;
    }
  }
}
