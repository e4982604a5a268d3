package com.example.reactive;

import static com.example.reactive.FromOutside.ask;
import static com.example.reactive.FromOutside.askSecond;
import static reactor.core.publisher.Sinks.EmitFailureHandler.FAIL_FAST;

import com.example.reactive.FromOutside.Signal;
import com.example.reactive.FromOutside.Subscribing;
import dev.langchain4j.agent.tool.Tool;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A tool that subscribes to sources of Reactor of every kind, one after the other. */
final class ReactorSources {
  private static final Scheduler ELSEWHERE = Schedulers.fromExecutor(FromOutside.EVENTS::deliver);

  @Tool("Subscribes")
  String relay() {
    operator("publishOn", flux -> flux.publishOn(ELSEWHERE));
    operator("publishOn, filter", flux -> flux.publishOn(ELSEWHERE).filter(any -> true));
    operator("publishOn, mono", flux -> flux.next().publishOn(ELSEWHERE).flux());

    shared("cache", mono -> mono.cache());
    shared("cache while", mono -> mono.cacheInvalidateIf(any -> false));
    shared("cache until", mono -> mono.cacheInvalidateWhen(any -> Mono.never()));
    shared("cache for long", mono -> mono.cache(Duration.ofDays(1)));
    shared("share", mono -> mono.share());

    Sinks.Many<String> replayed = Sinks.many().unicast().onBackpressureBuffer();
    ConnectableFlux<String> replay = replayed.asFlux().replay();
    Subscribing connected =
        (onSignal, onEnd) -> {
          to(replay.map(any -> any)).subscribe(onSignal, onEnd);
          replay.connect(); // for the first time by somebody else
        };
    askSecond("replay", connected, () -> emit(replayed));
    Sinks.Many<String> direct = Sinks.many().unicast().onBackpressureBuffer();
    askSecond("replay at once", to(direct.asFlux().replay().autoConnect()), () -> emit(direct));
    Sinks.Many<String> published = Sinks.many().unicast().onBackpressureBuffer();
    askSecond("publish", to(published.asFlux().publish().autoConnect()), () -> emit(published));

    sink("multicast", Sinks.many().multicast().onBackpressureBuffer());
    sink("best effort", Sinks.many().multicast().directBestEffort());
    sink("replay sink", Sinks.many().replay().all());
    Sinks.Many<String> unicast = Sinks.many().unicast().onBackpressureBuffer();
    ask("unicast", to(unicast.asFlux()), () -> emit(unicast));
    Sinks.Many<String> error = Sinks.many().unicast().onBackpressureError();
    ask("unicast without buffer", to(error.asFlux()), () -> emit(error));
    Sinks.One<String> one = Sinks.one();
    askSecond("one", to(one.asMono().flux()), () -> one.emitValue("x", FAIL_FAST));
    Sinks.Empty<String> empty = Sinks.empty();
    askSecond("empty", to(empty.asMono().switchIfEmpty(Mono.just("x")).flux()), () -> end(empty));

    AtomicReference<FluxSink<String>> flux = new AtomicReference<>();
    ask("create", to(Flux.<String>create(flux::set)), () -> flux.get().next("x").complete());
    AtomicReference<MonoSink<String>> mono = new AtomicReference<>();
    ask("create mono", to(Mono.<String>create(mono::set).flux()), () -> mono.get().success("x"));
    return "relayed";
  }

  private static void operator(String name, UnaryOperator<Flux<String>> operator) {
    Signal signal = new Signal();
    ask(name, to(operator.apply(JdkFlowAdapter.flowPublisherToFlux(signal))), signal::emit);
  }

  private static void shared(String name, UnaryOperator<Mono<String>> operator) {
    Sinks.One<String> source = Sinks.one();
    Mono<String> mono = operator.apply(source.asMono());
    askSecond(name, to(mono.flux()), () -> source.emitValue("x", FAIL_FAST));
  }

  private static void sink(String name, Sinks.Many<String> sink) {
    askSecond(name, to(sink.asFlux()), () -> emit(sink));
  }

  private static Subscribing to(Flux<String> source) {
    return (onSignal, onEnd) ->
        source.doOnNext(any -> onSignal.run()).doFinally(any -> onEnd.run()).subscribe();
  }

  private static void emit(Sinks.Many<String> sink) {
    sink.emitNext("x", FAIL_FAST);
    sink.emitComplete(FAIL_FAST);
  }

  private static void end(Sinks.Empty<String> sink) {
    sink.emitEmpty(FAIL_FAST);
  }
}
