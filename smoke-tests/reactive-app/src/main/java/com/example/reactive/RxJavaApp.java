package com.example.reactive;

import dev.langchain4j.agent.tool.Tool;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Model calls in the operators of RxJava. */
public final class RxJavaApp {
  private static final EventLoop EVENTS = FromOutside.EVENTS;

  private RxJavaApp() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    Agents.elsewhere(() -> System.out.println(Agents.run(new Chains(), "Chain!")));
    Agents.elsewhere(RxJavaApp::afterwards);
    Agents.elsewhere(() -> System.out.println(Agents.run(new RxJavaSources(), "Subscribe!")));

    ExecutorService one = Executors.newFixedThreadPool(1);
    PublishProcessor<String> many = PublishProcessor.create();
    interleaved(
        "drained by one thread",
        many.onBackpressureBuffer().observeOn(Schedulers.from(one)).toObservable(),
        () -> {
          many.onNext("x");
          many.onComplete();
        });
    one.shutdown();

    PublishSubject<String> direct = PublishSubject.create();
    interleaved(
        "emitted at once",
        direct,
        () -> {
          direct.onNext("x");
          direct.onComplete();
        });

    SingleSubject<String> single = SingleSubject.create();
    interleaved("cached", single.cache().toObservable(), () -> single.onSuccess("x"));

    PublishSubject<String> source = PublishSubject.create();
    interleaved(
        "published",
        source.publish().refCount(2),
        () -> {
          source.onNext("x");
          source.onComplete();
        });
  }

  private static void afterwards() {
    Single.fromCallable(() -> Agents.ask("afterwards"))
        .subscribeOn(Schedulers.io())
        .blockingSubscribe();
  }

  private static void interleaved(String name, Observable<String> source, Runnable emit)
      throws InterruptedException {
    Function<String, CountDownLatch> subscribe =
        text -> {
          CountDownLatch completed = new CountDownLatch(1);
          Disposable unused =
              source.map(signal -> Agents.ask(text)).doFinally(completed::countDown).subscribe();
          return completed;
        };
    new Interleaved(name, subscribe, emit).run();
  }

  /** A tool that asks in one chain after the other. */
  static final class Chains {
    @Tool("Asks in chains")
    String relay() {
      Single.fromCallable(() -> Agents.ask("single"))
          .subscribeOn(Schedulers.io())
          .observeOn(Schedulers.computation())
          .map(text -> Agents.ask(text + ", observed"))
          .blockingSubscribe();
      Maybe.fromCallable(() -> Agents.ask("maybe"))
          .subscribeOn(Schedulers.io())
          .observeOn(Schedulers.computation())
          .map(text -> Agents.ask(text + ", observed"))
          .blockingSubscribe();
      Completable.fromAction(() -> Agents.ask("completable"))
          .subscribeOn(Schedulers.io())
          .observeOn(Schedulers.computation())
          .doOnComplete(() -> Agents.ask("completed"))
          .blockingAwait();
      Flowable.just("flowable 1", "flowable 2")
          .observeOn(Schedulers.computation())
          .map(Agents::ask)
          .flatMap(
              text ->
                  Flowable.fromCallable(() -> Agents.ask(text + ", nested"))
                      .subscribeOn(Schedulers.io()),
              1)
          .blockingSubscribe();
      Observable.just("observable 1", "observable 2")
          .observeOn(Schedulers.io())
          .concatMap(
              text -> Observable.fromCallable(() -> Agents.ask(text)).subscribeOn(Schedulers.io()))
          .blockingSubscribe();
      Flowable.just("parallel")
          .parallel(1)
          .runOn(Schedulers.computation())
          .map(Agents::ask)
          .sequential()
          .blockingSubscribe();
      Observable.just("delayed 1", "delayed 2")
          .concatMap(text -> Observable.just(text).delay(1, TimeUnit.MILLISECONDS))
          .map(Agents::ask)
          .blockingSubscribe();
      Observable.interval(1, TimeUnit.MILLISECONDS)
          .take(2)
          .map(tick -> Agents.ask("interval " + tick))
          .blockingSubscribe();
      Flowable.intervalRange(0, 2, 1, 1, TimeUnit.MILLISECONDS)
          .map(tick -> Agents.ask("range " + tick))
          .blockingSubscribe();
      AtomicInteger tries = new AtomicInteger();
      Single.fromCallable(
              () -> {
                String answer = Agents.ask("try " + tries.incrementAndGet());
                if (tries.get() < 3) {
                  throw new IllegalStateException("not yet");
                }
                return answer;
              })
          .retryWhen(failures -> failures.delay(1, TimeUnit.MILLISECONDS))
          .blockingSubscribe();
      Single.<String>create(emitter -> EVENTS.deliver(() -> emitter.onSuccess("from outside")))
          .map(Agents::ask)
          .blockingSubscribe();
      Flowable.<String>create(
              emitter ->
                  EVENTS.deliver(
                      () -> {
                        emitter.onNext("flowable from outside");
                        emitter.onComplete();
                      }),
              BackpressureStrategy.BUFFER)
          .observeOn(Schedulers.io())
          .map(Agents::ask)
          .blockingSubscribe();
      return "relayed";
    }
  }
}
