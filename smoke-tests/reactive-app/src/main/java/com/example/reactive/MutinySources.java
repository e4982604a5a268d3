package com.example.reactive;

import static com.example.reactive.FromOutside.ask;
import static com.example.reactive.FromOutside.askSecond;

import com.example.reactive.FromOutside.Signal;
import com.example.reactive.FromOutside.Subscribing;
import dev.langchain4j.agent.tool.Tool;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicReference;

/** A tool that subscribes to sources of Mutiny of every kind, one after the other. */
final class MutinySources {
  @Tool("Subscribes")
  String relay() {
    Signal signal = new Signal();
    Multi<String> own = Multi.createFrom().publisher(signal);
    ask("emitOn", to(own.emitOn(FromOutside.EVENTS::deliver)), signal::emit);

    AtomicReference<UniEmitter<? super String>> memoized = new AtomicReference<>();
    Uni<String> memo = Uni.createFrom().<String>emitter(memoized::set).memoize().indefinitely();
    askSecond("memoized", to(memo.toMulti()), () -> memoized.get().complete("x"));
    BroadcastProcessor<String> cached = BroadcastProcessor.create();
    askSecond("cached", to(cached.cache()), () -> emit(cached));
    BroadcastProcessor<String> replayed = BroadcastProcessor.create();
    askSecond("replayed", to(Multi.createBy().replaying().ofMulti(replayed)), () -> emit(replayed));
    BroadcastProcessor<String> source = BroadcastProcessor.create();
    askSecond("broadcast", to(source.broadcast().toAllSubscribers()), () -> emit(source));

    AtomicReference<UniEmitter<? super String>> uni = new AtomicReference<>();
    Uni<String> created = Uni.createFrom().<String>emitter(uni::set);
    ask("created uni", to(created.toMulti()), () -> uni.get().complete("x"));
    AtomicReference<MultiEmitter<? super String>> multi = new AtomicReference<>();
    ask(
        "created multi",
        to(Multi.createFrom().<String>emitter(multi::set)),
        () -> multi.get().emit("x").complete());
    BroadcastProcessor<String> broadcast = BroadcastProcessor.create();
    askSecond("broadcast processor", to(broadcast), () -> emit(broadcast));
    UnicastProcessor<String> unicast = UnicastProcessor.create();
    ask(
        "unicast processor",
        to(unicast),
        () -> {
          unicast.onNext("x");
          unicast.onComplete();
        });
    return "relayed";
  }

  private static Subscribing to(Multi<String> source) {
    return (onSignal, onEnd) -> {
      Cancellable unused =
          source
              .onItem()
              .invoke(any -> onSignal.run())
              .onTermination()
              .invoke(onEnd)
              .subscribe()
              .with(any -> {});
    };
  }

  private static void emit(BroadcastProcessor<String> processor) {
    processor.onNext("x");
    processor.onComplete();
  }
}
