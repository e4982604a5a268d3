package com.example.reactive;

import dev.langchain4j.agent.tool.Tool;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Model calls in the operators of Mutiny. */
public final class MutinyApp {
  private static final EventLoop EVENTS = FromOutside.EVENTS;
  private static final Duration SOON = Duration.ofMillis(1);

  private MutinyApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    Agents.elsewhere(() -> System.out.println(Agents.run(new Chains(), "Chain!")));
    Agents.elsewhere(MutinyApp::afterwards);
    Agents.elsewhere(() -> System.out.println(Agents.run(new MutinySources(), "Subscribe!")));

    ExecutorService one = Executors.newFixedThreadPool(1);
    BroadcastProcessor<String> many = BroadcastProcessor.create();
    interleaved(
        "drained by one thread",
        many.emitOn(one),
        () -> {
          many.onNext("x");
          many.onComplete();
        });
    one.shutdown();

    BroadcastProcessor<String> direct = BroadcastProcessor.create();
    interleaved(
        "emitted at once",
        direct,
        () -> {
          direct.onNext("x");
          direct.onComplete();
        });

    AtomicReference<UniEmitter<? super String>> emitter = new AtomicReference<>();
    Uni<String> memoized = Uni.createFrom().<String>emitter(emitter::set).memoize().indefinitely();
    interleaved("memoized", memoized.toMulti(), () -> emitter.get().complete("x"));

    BroadcastProcessor<String> source = BroadcastProcessor.create();
    interleaved(
        "broadcast",
        source.broadcast().toAtLeast(2),
        () -> {
          source.onNext("x");
          source.onComplete();
        });
    Infrastructure.getDefaultWorkerPool().shutdownNow();
    ((ExecutorService) Infrastructure.getDefaultExecutor()).shutdownNow();
  }

  private static void afterwards() {
    Uni.createFrom()
        .item(() -> Agents.ask("afterwards"))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .await()
        .indefinitely();
  }

  private static void interleaved(String name, Multi<String> source, Runnable emit)
      throws InterruptedException {
    Function<String, CountDownLatch> subscribe =
        text -> {
          CountDownLatch completed = new CountDownLatch(1);
          Cancellable unused =
              source
                  .map(signal -> Agents.ask(text))
                  .onTermination()
                  .invoke(completed::countDown)
                  .subscribe()
                  .with(answer -> {});
          return completed;
        };
    new Interleaved(name, subscribe, emit).run();
  }

  /** A tool that asks in one chain after the other. */
  static final class Chains {
    @Tool("Asks in chains")
    String relay() {
      Uni.createFrom()
          .item(() -> Agents.ask("subscribed"))
          .runSubscriptionOn(Infrastructure.getDefaultExecutor())
          .emitOn(Infrastructure.getDefaultExecutor())
          .map(text -> Agents.ask(text + ", emitted"))
          .await()
          .indefinitely();
      Uni.combine()
          .all()
          .unis(
              Uni.createFrom().item(() -> Agents.ask("combined 1")),
              Uni.createFrom()
                  .item(() -> Agents.ask("combined 2"))
                  .runSubscriptionOn(Infrastructure.getDefaultExecutor()))
          .asTuple()
          .map(both -> Agents.ask(both.getItem1() + ", " + both.getItem2()))
          .await()
          .indefinitely();
      Multi.createFrom()
          .items("multi 1", "multi 2")
          .emitOn(Infrastructure.getDefaultExecutor())
          .map(Agents::ask)
          .onItem()
          .transformToUniAndConcatenate(
              text ->
                  Uni.createFrom()
                      .item(() -> Agents.ask(text + ", nested"))
                      .runSubscriptionOn(Infrastructure.getDefaultExecutor()))
          .collect()
          .asList()
          .await()
          .indefinitely();
      Uni.createFrom()
          .item("delayed")
          .onItem()
          .delayIt()
          .by(SOON)
          .map(Agents::ask)
          .await()
          .indefinitely();
      Multi.createFrom()
          .ticks()
          .every(SOON)
          .map(tick -> Agents.ask("tick " + tick))
          .select()
          .first(2)
          .collect()
          .asList()
          .await()
          .indefinitely();
      AtomicInteger tries = new AtomicInteger();
      Uni.createFrom()
          .item(
              () -> {
                String answer = Agents.ask("try " + tries.incrementAndGet());
                if (tries.get() < 3) {
                  throw new IllegalStateException("not yet");
                }
                return answer;
              })
          .onFailure()
          .retry()
          .withBackOff(SOON)
          .atMost(2)
          .await()
          .indefinitely();
      Uni.createFrom()
          .nothing()
          .ifNoItem()
          .after(SOON)
          .recoverWithItem(() -> Agents.ask("timeout"))
          .await()
          .indefinitely();
      Uni.createFrom()
          .<String>emitter(emitter -> EVENTS.deliver(() -> emitter.complete("from outside")))
          .map(Agents::ask)
          .await()
          .indefinitely();
      return "relayed";
    }
  }
}
