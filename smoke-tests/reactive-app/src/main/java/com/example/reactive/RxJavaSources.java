package com.example.reactive;

import static com.example.reactive.FromOutside.ask;
import static com.example.reactive.FromOutside.askSecond;

import com.example.reactive.FromOutside.Signal;
import com.example.reactive.FromOutside.Subscribing;
import dev.langchain4j.agent.tool.Tool;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableEmitter;
import io.reactivex.rxjava3.core.Emitter;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeEmitter;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleEmitter;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.AsyncProcessor;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import io.reactivex.rxjava3.processors.FlowableProcessor;
import io.reactivex.rxjava3.processors.MulticastProcessor;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.processors.ReplayProcessor;
import io.reactivex.rxjava3.processors.UnicastProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.AsyncSubject;
import io.reactivex.rxjava3.subjects.BehaviorSubject;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subjects.MaybeSubject;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.ReplaySubject;
import io.reactivex.rxjava3.subjects.SingleSubject;
import io.reactivex.rxjava3.subjects.Subject;
import io.reactivex.rxjava3.subjects.UnicastSubject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.reactivestreams.FlowAdapters;

/** A tool that subscribes to sources of RxJava of every kind, one after the other. */
final class RxJavaSources {
  private static final Scheduler ELSEWHERE = Schedulers.from(FromOutside.EVENTS::deliver);

  @Tool("Subscribes")
  String relay() {
    operators();
    intervals();
    caches();
    created();
    subjects();
    processors();
    return "relayed";
  }

  private static void operators() {
    operator("observeOn", source -> source.observeOn(ELSEWHERE).toObservable());
    operator("observeOn, observable", source -> source.toObservable().observeOn(ELSEWHERE));
    operator(
        "observeOn, single", source -> source.firstOrError().observeOn(ELSEWHERE).toObservable());
    operator(
        "observeOn, maybe", source -> source.firstElement().observeOn(ELSEWHERE).toObservable());
    operator(
        "observeOn, completable",
        source -> source.ignoreElements().observeOn(ELSEWHERE).andThen(Observable.just("x")));
    operator("runOn", source -> source.parallel(1).runOn(ELSEWHERE).sequential().toObservable());
    operator(
        "runOn, filter",
        source ->
            source.parallel(1).runOn(ELSEWHERE).filter(any -> true).sequential().toObservable());
  }

  private static void operator(String name, Function<Flowable<String>, Observable<String>> with) {
    Signal signal = new Signal();
    ask(
        name,
        to(with.apply(Flowable.fromPublisher(FlowAdapters.toPublisher(signal)))),
        signal::emit);
  }

  private static void intervals() {
    TimeUnit unit = TimeUnit.MILLISECONDS;
    ask("interval", to(Observable.interval(1, unit).take(1)), () -> {});
    ask("interval of a flowable", to(Flowable.interval(1, unit).take(1).toObservable()), () -> {});
    ask("range", to(Observable.intervalRange(0, 1, 1, 1, unit)), () -> {});
    ask(
        "range of a flowable",
        to(Flowable.intervalRange(0, 1, 1, 1, unit).toObservable()),
        () -> {});
  }

  private static void caches() {
    SingleSubject<String> single = SingleSubject.create();
    askSecond("cached single", to(single.cache().toObservable()), () -> single.onSuccess("x"));
    MaybeSubject<String> maybe = MaybeSubject.create();
    askSecond("cached maybe", to(maybe.cache().toObservable()), () -> maybe.onSuccess("x"));
    CompletableSubject completable = CompletableSubject.create();
    askSecond(
        "cached completable",
        to(completable.cache().andThen(Observable.just("x"))),
        completable::onComplete);
    shared("cached observable", Observable::cache);
    shared("replayed observable", source -> source.replay().autoConnect());
    shared("published observable", source -> source.publish().autoConnect());
    sharedFlowable("cached flowable", Flowable::cache);
    sharedFlowable("replayed flowable", source -> source.replay().autoConnect());
    sharedFlowable("published flowable", source -> source.publish().autoConnect());
  }

  private static void shared(String name, Function<Observable<String>, Observable<String>> with) {
    PublishSubject<String> source = PublishSubject.create();
    askSecond(name, to(with.apply(source)), () -> emit(source));
  }

  private static void sharedFlowable(
      String name, Function<Flowable<String>, Flowable<String>> with) {
    PublishProcessor<String> source = PublishProcessor.create();
    askSecond(name, to(with.apply(source).toObservable()), () -> emit(source));
  }

  private static void created() {
    AtomicReference<SingleEmitter<String>> single = new AtomicReference<>();
    ask(
        "created single",
        to(Single.<String>create(single::set).toObservable()),
        () -> single.get().onSuccess("x"));
    AtomicReference<MaybeEmitter<String>> maybe = new AtomicReference<>();
    ask(
        "created maybe",
        to(Maybe.<String>create(maybe::set).toObservable()),
        () -> maybe.get().onSuccess("x"));
    AtomicReference<CompletableEmitter> completable = new AtomicReference<>();
    ask(
        "created completable",
        to(Completable.create(completable::set).andThen(Observable.just("x"))),
        () -> completable.get().onComplete());
    AtomicReference<Emitter<String>> observable = new AtomicReference<>();
    ask(
        "created observable",
        to(Observable.<String>create(observable::set)),
        () -> emit(observable.get()));
    AtomicReference<Emitter<String>> flowable = new AtomicReference<>();
    ask(
        "created flowable",
        to(Flowable.<String>create(flowable::set, BackpressureStrategy.BUFFER).toObservable()),
        () -> emit(flowable.get()));
  }

  private static void subjects() {
    subject("async subject", AsyncSubject.create());
    subject("behavior subject", BehaviorSubject.create());
    subject("publish subject", PublishSubject.create());
    subject("replay subject", ReplaySubject.create());
    UnicastSubject<String> unicast = UnicastSubject.create();
    ask("unicast subject", to(unicast), () -> emit(unicast));
    SingleSubject<String> single = SingleSubject.create();
    askSecond("single subject", to(single.toObservable()), () -> single.onSuccess("x"));
    MaybeSubject<String> maybe = MaybeSubject.create();
    askSecond("maybe subject", to(maybe.toObservable()), () -> maybe.onSuccess("x"));
    CompletableSubject completable = CompletableSubject.create();
    askSecond(
        "completable subject",
        to(completable.andThen(Observable.just("x"))),
        completable::onComplete);
  }

  private static void subject(String name, Subject<String> subject) {
    askSecond(name, to(subject), () -> emit(subject));
  }

  private static void processors() {
    processor("async processor", AsyncProcessor.create());
    processor("behavior processor", BehaviorProcessor.create());
    processor("publish processor", PublishProcessor.create());
    processor("replay processor", ReplayProcessor.create());
    MulticastProcessor<String> multicast = MulticastProcessor.create();
    multicast.start();
    processor("multicast processor", multicast);
    UnicastProcessor<String> unicast = UnicastProcessor.create();
    ask("unicast processor", to(unicast.toObservable()), () -> emit(unicast));
  }

  private static void processor(String name, FlowableProcessor<String> processor) {
    askSecond(name, to(processor.toObservable()), () -> emit(processor));
  }

  private static Subscribing to(Observable<?> source) {
    return (onSignal, onEnd) -> {
      Disposable unused = source.doOnNext(any -> onSignal.run()).doFinally(onEnd::run).subscribe();
    };
  }

  private static void emit(Subject<String> subject) {
    subject.onNext("x");
    subject.onComplete();
  }

  private static void emit(FlowableProcessor<String> processor) {
    processor.onNext("x");
    processor.onComplete();
  }

  private static void emit(Emitter<String> emitter) {
    emitter.onNext("x");
    emitter.onComplete();
  }
}
