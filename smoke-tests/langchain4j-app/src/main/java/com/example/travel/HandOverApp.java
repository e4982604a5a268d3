package com.example.travel;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tool that hands work over in the less common ways: threads started by hand, timers, parallel
 * streams, recursive tasks, pools with a mind of their own.
 */
public final class HandOverApp {
  private static final BlockingQueue<Runnable> STRANGER = new LinkedBlockingQueue<>();

  /** More than are remembered while they wait. */
  private static final int MANY = 10_500;

  private HandOverApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    Thread stranger = new Thread(HandOverApp::workForAnybody, "stranger");
    stranger.setDaemon(true);
    stranger.start();
    Runner runner =
        AiServices.builder(Runner.class).chatModel(new RelayModel()).tools(new HandOvers()).build();
    System.out.println(runner.run("Run!"));
  }

  /** A thread that was there before the agent, and knows nothing of who gives it work. */
  private static void workForAnybody() {
    try {
      while (true) {
        STRANGER.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The agent. */
  interface Runner {
    String run(String task);
  }

  /** The tool. */
  static final class HandOvers {
    final ChatModel model = new EchoModel();

    @Tool("Asks in many ways")
    String relay() throws Exception {
      threads();
      timer();
      futures();
      stages();
      forkJoin();
      scheduled();
      parallelStream();
      pools();
      return "relayed";
    }

    private void threads() throws Exception {
      Thread plain = new Thread(() -> model.chat("thread"));
      plain.start();
      plain.join();

      Thread own =
          new Thread() {
            @Override
            public void run() {
              model.chat("own thread");
            }
          };
      own.start();
      own.join();

      Thread made = Executors.defaultThreadFactory().newThread(() -> model.chat("made thread"));
      made.start();
      made.join();

      CompletableFuture<Void> nested = new CompletableFuture<>();
      new Thread(
              () -> {
                model.chat("outer thread");
                new Thread(() -> finish(nested, "inner thread")).start();
              })
          .start();
      nested.get();

      CompletableFuture<Void> light = new CompletableFuture<>();
      startVirtual(() -> finish(light, "virtual thread"));
      light.get();

      ExecutorService perTask = perTaskExecutor();
      perTask.submit(() -> model.chat("thread per task")).get();
      Runnable ask = () -> model.chat("thread per task, submitted");
      perTask.submit(ask).get();
      CompletableFuture<Void> executed = new CompletableFuture<>();
      perTask.execute(() -> finish(executed, "thread per task, executed"));
      executed.get();
      perTask.shutdown();
    }

    private void timer() throws Exception {
      Timer timer = new Timer();
      timer.schedule(task(() -> model.chat("never")), TimeUnit.DAYS.toMillis(1));
      CompletableFuture<Void> first = new CompletableFuture<>();
      timer.schedule(task(() -> finish(first, "timer")), 1);
      first.get();
      CompletableFuture<Void> second = new CompletableFuture<>();
      timer.schedule(task(() -> finish(second, "timer again")), 1);
      second.get();
      timer.cancel();
    }

    private void futures() throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(1);
      CompletableFuture<String> completed = new CompletableFuture<>();
      completed.completeAsync(() -> model.chat("complete"), pool).get();
      new CompletableFuture<String>()
          .orTimeout(1, TimeUnit.MILLISECONDS)
          .exceptionally(late -> model.chat("timeout"))
          .get();
      CompletableFuture.supplyAsync(
              () -> model.chat("delayed"),
              CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, pool))
          .get();
      ExecutorCompletionService<String> completion = new ExecutorCompletionService<>(pool);
      completion.submit(() -> model.chat("completion service"));
      completion.take().get();
      manyThatAreOver(pool);
      pool.shutdown();
    }

    /** What was cancelled, or is run again and again, waits no longer, though somebody keeps it. */
    private void manyThatAreOver(ExecutorService pool) throws Exception {
      List<FutureTask<String>> cancelled = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        cancelled.add(new FutureTask<>(() -> "never"));
      }
      cancelled.forEach(task -> task.cancel(false));
      ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
      CountDownLatch each = new CountDownLatch(MANY);
      List<Future<?>> periodic = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        periodic.add(scheduler.scheduleAtFixedRate(each::countDown, 0, 1, TimeUnit.DAYS));
      }
      await(each);
      pool.submit(() -> model.chat("beside many others")).get();
      scheduler.shutdownNow();
      System.out.println(cancelled.size() + periodic.size());
    }

    /** Work of stages whose futures somebody else completes: it is whose stage it is. */
    private void stages() throws Exception {
      CompletableFuture<String> good = new CompletableFuture<>();
      CompletableFuture<String> bad = new CompletableFuture<>();
      CompletableFuture<String> done = CompletableFuture.completedFuture("done");
      CompletableFuture<String> never = new CompletableFuture<>();
      CompletableFuture<?>[] stages = {
        good.thenRun(() -> model.chat("then run")),
        good.whenComplete((value, error) -> model.chat("when complete")),
        good.handle((value, error) -> model.chat("handle")),
        good.thenCompose(value -> CompletableFuture.completedFuture(model.chat("then compose"))),
        good.thenAcceptBoth(done, (value, other) -> model.chat("accept both")),
        good.runAfterBoth(done, () -> model.chat("run after both")),
        good.applyToEither(never, value -> model.chat("apply either")),
        good.acceptEither(never, value -> model.chat("accept either")),
        good.runAfterEither(never, () -> model.chat("run after either")),
        bad.exceptionally(error -> model.chat("exceptionally")),
        bad.exceptionallyCompose(
            error -> CompletableFuture.completedFuture(model.chat("exceptionally compose"))),
        CompletableFuture.runAsync(() -> model.chat("run async"), STRANGER::add)
      };
      stages[stages.length - 1].get(); // nobody else is asked at the same time
      STRANGER.add(() -> good.complete("good"));
      STRANGER.add(() -> bad.completeExceptionally(new IllegalStateException("bad")));
      CompletableFuture.allOf(stages).get();
    }

    private void forkJoin() {
      ForkJoinPool two = new ForkJoinPool(2);
      two.invoke(new Forking());
      two.shutdown();
      ForkJoinPool one = new ForkJoinPool(1);
      List<Callable<String>> both =
          List.of(() -> model.chat("invoke all 1"), () -> model.chat("invoke all 2"));
      one.invokeAll(both);
      one.submit(() -> model.chat("fork-join submit")).join();
      CountDownLatch executed = new CountDownLatch(1);
      one.execute(
          () -> {
            model.chat("fork-join execute");
            executed.countDown();
          });
      await(executed);
      one.shutdown();
    }

    /** From JDK 25 on, fork-join pools do what is scheduled, too. */
    private void scheduled() throws Exception {
      Object pool = new ForkJoinPool(1);
      ScheduledExecutorService scheduler =
          pool instanceof ScheduledExecutorService newer
              ? newer
              : Executors.newScheduledThreadPool(1);
      Runnable ask = () -> model.chat("scheduled");
      scheduler.schedule(ask, 1, TimeUnit.MILLISECONDS).get();
      scheduler.schedule(() -> model.chat("called later"), 1, TimeUnit.MILLISECONDS).get();
      scheduler.shutdown();
    }

    /** Two threads, each with one of two elements; they ask one after the other. */
    private void parallelStream() throws Exception {
      ForkJoinPool two = new ForkJoinPool(2);
      CyclicBarrier bothRun = new CyclicBarrier(2);
      CountDownLatch first = new CountDownLatch(1);
      List<String> answers =
          two.submit(
                  () ->
                      List.of("stream 1", "stream 2").parallelStream()
                          .map(
                              text -> {
                                meet(bothRun);
                                if (text.endsWith("2")) {
                                  await(first);
                                }
                                String answer = model.chat(text);
                                first.countDown();
                                return answer;
                              })
                          .toList())
              .get();
      System.out.println(answers);
      two.shutdown();
    }

    private void pools() throws Exception {
      OwnPool own = new OwnPool();
      CountDownLatch executed = new CountDownLatch(2);
      own.execute(() -> count(executed, "own pool, first"));
      own.execute(() -> count(executed, "own pool, second"));
      await(executed);
      own.shutdown();

      ThreadPoolExecutor full =
          new ThreadPoolExecutor(
              1,
              1,
              0,
              TimeUnit.SECONDS,
              new SynchronousQueue<>(),
              new ThreadPoolExecutor.CallerRunsPolicy());
      CountDownLatch free = new CountDownLatch(1);
      full.execute(() -> await(free));
      full.execute(() -> model.chat("caller runs"));
      full.submit(() -> model.chat("caller runs, too")).get();
      free.countDown();
      full.shutdown();

      // A handler that waits for room, as many do.
      ThreadPoolExecutor patient =
          new ThreadPoolExecutor(
              1,
              1,
              0,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(1),
              (task, pool) -> {
                try {
                  pool.getQueue().put(task);
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
              });
      AtomicInteger asked = new AtomicInteger();
      CountDownLatch all = new CountDownLatch(4);
      for (int i = 1; i <= 4; i++) {
        patient.execute(() -> count(all, "patient " + asked.incrementAndGet()));
      }
      await(all);
      patient.shutdown();
    }

    private void finish(CompletableFuture<Void> future, String text) {
      model.chat(text);
      future.complete(null);
    }

    private void count(CountDownLatch latch, String text) {
      model.chat(text);
      latch.countDown();
    }

    /** Forks a child that only another thread can run, because this one waits for it. */
    @SuppressWarnings("serial")
    private final class Forking extends RecursiveAction {
      @Override
      protected void compute() {
        CountDownLatch stolen = new CountDownLatch(1);
        RecursiveAction child =
            new RecursiveAction() {
              @Override
              protected void compute() {
                count(stolen, "forked");
              }
            };
        child.fork();
        HandOvers.await(stolen);
        child.join();
        model.chat("joined");
        invokeAll(
            new RecursiveAction() {
              @Override
              protected void compute() {
                model.chat("first of all");
              }
            });
        new RecursiveAction() {
          @Override
          protected void compute() {
            model.chat("invoked quietly");
          }
        }.quietlyInvoke();
      }
    }

    private static TimerTask task(Runnable work) {
      return new TimerTask() {
        @Override
        public void run() {
          work.run();
        }
      };
    }

    private static void startVirtual(Runnable work) throws ReflectiveOperationException {
      try {
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
      } catch (NoSuchMethodException olderJdk) {
        new Thread(work).start();
      }
    }

    private static ExecutorService perTaskExecutor() throws ReflectiveOperationException {
      try {
        return (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      } catch (NoSuchMethodException olderJdk) {
        return Executors.newCachedThreadPool();
      }
    }

    private static void meet(CyclicBarrier barrier) {
      try {
        barrier.await();
      } catch (Exception broken) {
        throw new IllegalStateException(broken);
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A pool that does not tell its superclass what happens before and after a task. */
  private static final class OwnPool extends ThreadPoolExecutor {
    OwnPool() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {}

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {}
  }
}
