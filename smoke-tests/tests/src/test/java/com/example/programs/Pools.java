package com.example.programs;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Makes pools of every kind inside an agent, so that their threads are started there, and then asks
 * a model a thousand times on the same pools, outside of the agent, which is still busy.
 */
public final class Pools {
  private static final int TASKS = 1_000;

  private Pools() {}

  /** The agent. */
  public interface Agent {
    String run(String text);
  }

  public static void main(String[] arguments) throws Exception {
    EchoModel model = new EchoModel();
    List<Executor> pools = new ArrayList<>();
    CountDownLatch made = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Agent agent =
        AiServices.builder(Agent.class).chatModel(new MakingModel(pools, made, mayEnd)).build();
    Thread thread = new Thread(() -> System.out.println(agent.run("pools are made")));
    thread.start();
    made.await();

    CountDownLatch all = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      String text = "task " + i;
      pools
          .get(i % pools.size())
          .execute(
              () -> {
                model.chat(text);
                all.countDown();
              });
    }
    all.await();
    mayEnd.countDown();
    thread.join();
    for (Executor pool : pools) {
      if (pool instanceof ExecutorService service) {
        service.shutdown();
      }
    }
    System.out.println("done");
  }

  /** A model that, while it answers, makes pools and has each of their threads started. */
  private record MakingModel(List<Executor> pools, CountDownLatch made, CountDownLatch mayEnd)
      implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(2);
      Timer timer = new Timer(true);
      pools.add(Executors.newFixedThreadPool(2));
      pools.add(Executors.newCachedThreadPool());
      pools.add(Executors.newSingleThreadExecutor());
      pools.add(Executors.newWorkStealingPool(2));
      pools.add(new ForkJoinPool(1));
      pools.add(ForkJoinPool.commonPool());
      pools.add(scheduled);
      pools.add(task -> scheduled.schedule(task, 1, TimeUnit.MILLISECONDS));
      pools.add(CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS));
      pools.add(task -> CompletableFuture.runAsync(task).thenRunAsync(() -> {}));
      pools.add(task -> CompletableFuture.completedFuture("x").thenAcceptAsync(x -> task.run()));
      pools.add(task -> IntStream.range(0, 1).parallel().forEach(i -> task.run()));
      pools.add(
          task ->
              timer.schedule(
                  new TimerTask() {
                    @Override
                    public void run() {
                      task.run();
                    }
                  },
                  1));
      CountDownLatch warm = new CountDownLatch(2 * pools.size());
      for (Executor pool : pools) {
        pool.execute(warm::countDown);
        pool.execute(warm::countDown);
      }
      try {
        warm.await();
        made.countDown();
        mayEnd.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return new EchoModel().doChat(request);
    }
  }
}
