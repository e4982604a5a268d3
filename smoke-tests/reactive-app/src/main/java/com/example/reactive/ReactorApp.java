package com.example.reactive;

import dev.langchain4j.agent.tool.Tool;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Model calls in the operators of Reactor. */
public final class ReactorApp {
  private static final EventLoop EVENTS = FromOutside.EVENTS;
  private static final Duration SOON = Duration.ofMillis(1);

  private ReactorApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    Agents.elsewhere(() -> System.out.println(Agents.run(new Chains(), "Chain!")));
    Agents.elsewhere(ReactorApp::afterwards);
    Agents.elsewhere(() -> System.out.println(Agents.run(new ReactorSources(), "Subscribe!")));

    Sinks.Many<String> many = Sinks.many().multicast().onBackpressureBuffer();
    Scheduler single = Schedulers.newSingle("one");
    interleaved(
        "drained by one thread",
        many.asFlux().publishOn(single),
        () -> many.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST),
        () -> many.emitNext("x", Sinks.EmitFailureHandler.FAIL_FAST));
    single.dispose();

    Sinks.Many<String> direct = Sinks.many().multicast().directBestEffort();
    interleaved(
        "emitted at once",
        direct.asFlux(),
        () -> direct.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST),
        () -> direct.emitNext("x", Sinks.EmitFailureHandler.FAIL_FAST));

    Sinks.One<String> one = Sinks.one();
    interleaved(
        "cached",
        one.asMono().cache().flux(),
        () -> {},
        () -> one.emitValue("x", Sinks.EmitFailureHandler.FAIL_FAST));

    Sinks.Many<String> source = Sinks.many().unicast().onBackpressureBuffer();
    interleaved(
        "published",
        source.asFlux().publish().refCount(2),
        () -> source.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST),
        () -> source.emitNext("x", Sinks.EmitFailureHandler.FAIL_FAST));

    Sinks.Many<String> old = Sinks.many().unicast().onBackpressureBuffer();
    interleaved(
        "replayed",
        old.asFlux().cache(),
        () -> old.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST),
        () -> old.emitNext("x", Sinks.EmitFailureHandler.FAIL_FAST));
  }

  private static void afterwards() {
    Mono.fromCallable(() -> Agents.ask("afterwards"))
        .subscribeOn(Schedulers.boundedElastic())
        .block();
    Mono.delay(SOON, Schedulers.parallel()).map(tick -> Agents.ask("delayed afterwards")).block();
  }

  private static void interleaved(
      String name, Flux<String> source, Runnable complete, Runnable emit)
      throws InterruptedException {
    Function<String, CountDownLatch> subscribe =
        text -> {
          CountDownLatch completed = new CountDownLatch(1);
          source
              .map(signal -> Agents.ask(text))
              .doFinally(end -> completed.countDown())
              .subscribe();
          return completed;
        };
    new Interleaved(
            name,
            subscribe,
            () -> {
              emit.run();
              complete.run();
            })
        .run();
  }

  /** A tool that asks in one chain after the other. */
  static final class Chains {
    @Tool("Asks in chains")
    String relay() {
      Mono.fromCallable(() -> Agents.ask("callable"))
          .subscribeOn(Schedulers.boundedElastic())
          .block();
      Flux.just("publish")
          .publishOn(Schedulers.parallel())
          .map(Agents::ask)
          .publishOn(Schedulers.boundedElastic())
          .concatMap(
              text ->
                  Mono.fromCallable(() -> Agents.ask(text + ", nested"))
                      .subscribeOn(Schedulers.boundedElastic()))
          .blockLast();
      Flux.just("flat 1", "flat 2")
          .flatMap(
              text -> Mono.just(text).publishOn(Schedulers.boundedElastic()).map(Agents::ask), 1)
          .blockLast();
      Flux.just("parallel")
          .parallel(1)
          .runOn(Schedulers.parallel())
          .map(Agents::ask)
          .sequential()
          .blockLast();
      Flux.just("delayed 1", "delayed 2").delayElements(SOON).map(Agents::ask).blockLast();
      Flux.interval(SOON).take(2).map(tick -> Agents.ask("interval " + tick)).blockLast();
      AtomicInteger tries = new AtomicInteger();
      Mono.fromCallable(
              () -> {
                String answer = Agents.ask("try " + tries.incrementAndGet());
                if (tries.get() < 3) {
                  throw new IllegalStateException("not yet");
                }
                return answer;
              })
          .retryWhen(Retry.backoff(2, SOON))
          .block();
      Mono.never().timeout(SOON, Mono.fromCallable(() -> Agents.ask("timeout"))).block();
      Mono.<String>create(sink -> EVENTS.deliver(() -> sink.success("from outside")))
          .map(Agents::ask)
          .block();
      Flux.<String>create(
              sink ->
                  EVENTS.deliver(
                      () -> {
                        sink.next("flux from outside");
                        sink.complete();
                      }))
          .publishOn(Schedulers.boundedElastic())
          .map(Agents::ask)
          .blockLast();
      return "relayed";
    }
  }
}
