package ai.automagik.tracing.instrumentation.concurrency.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that carries a span: it does what it did, and the span is current while it does it. */
final class CarriedTest {
  private final AtomicReference<ActiveSpan> seen = new AtomicReference<>();
  private ActiveSpan span;

  @BeforeEach
  void start() {
    span = Tracer.start(Operation.INVOKE_AGENT);
  }

  @AfterEach
  void leave() {
    Tracer.leave(span);
    assertThat(Tracer.current()).isNull();
  }

  @Test
  void everyKindOfWorkSeesTheSpanElsewhere() throws Exception {
    Runnable run = carry((Runnable) () -> seen.set(Tracer.current()));
    Callable<String> call = carry((Callable<String>) () -> see("called"));
    Supplier<String> get = carry((Supplier<String>) () -> see("got"));
    Function<String, String> apply = carry((Function<String, String>) this::see);
    Consumer<String> accept = carry((Consumer<String>) this::see);
    BiFunction<String, String, String> both =
        carry((BiFunction<String, String, String>) (a, b) -> see(a + b));
    BiConsumer<String, String> acceptBoth =
        carry((BiConsumer<String, String>) (a, b) -> see(a + b));
    elsewhere(
        () -> {
          run.run();
          assertThat(seen.getAndSet(null)).isSameAs(span);
          assertThat(call.call()).isEqualTo("called");
          assertThat(seen.getAndSet(null)).isSameAs(span);
          assertThat(get.get()).isEqualTo("got");
          assertThat(apply.apply("x")).isEqualTo("x");
          accept.accept("x");
          assertThat(seen.getAndSet(null)).isSameAs(span);
          assertThat(both.apply("a", "b")).isEqualTo("ab");
          acceptBoth.accept("a", "b");
          assertThat(seen.getAndSet(null)).isSameAs(span);
          assertThat(Tracer.current()).isNull();
        });
  }

  @Test
  void whatItThrowsIsWhatTheWorkThrew() {
    IllegalStateException thrown = new IllegalStateException("mine");
    Runnable work =
        carry(
            (Runnable)
                () -> {
                  throw thrown;
                });
    assertThatThrownBy(work::run).isSameAs(thrown);
    assertThat(Tracer.current()).isSameAs(span);
  }

  @Test
  void withoutASpanNothingIsChanged() {
    Tracer.leave(span);
    assertThat(Carried.by((Runnable) () -> {})).isNull();
  }

  @Test
  void whatCarriesASpanIsNotWrappedAgain() {
    Object carried = carry((Runnable) () -> {});
    assertThat(Carried.by(carried)).isNull();
  }

  @Test
  void tasksThatTakeCareOfThemselvesAreLeftAlone() {
    assertThat(Carried.task(ForkJoinTask.adapt(() -> {}))).isNull();
    assertThat(Carried.task(new Asynchronous())).isNull();
    assertThat(Carried.task((Runnable) () -> {})).hasSize(1);
  }

  @Test
  void workOfAnAmbiguousKindIsLeftAlone() {
    assertThat(Carried.by(new OneOrTwo())).isNull();
    assertThat(Carried.by("no work")).isNull();
    assertThat(Carried.by(null)).isNull();
  }

  @Test
  void aSpanThatHasEndedStandsForWhatItWasPartOf() throws Exception {
    ActiveSpan tool = Tracer.start(Operation.EXECUTE_TOOL);
    Supplier<ActiveSpan> current = carry((Supplier<ActiveSpan>) Tracer::current);
    Tracer.leave(tool);
    tool.end(null);
    elsewhere(() -> assertThat(current.get()).isSameAs(span));
    span.end(null);
    elsewhere(() -> assertThat(current.get()).isNull());
  }

  private String see(String value) {
    seen.set(Tracer.current());
    return value;
  }

  @SuppressWarnings("unchecked")
  private static <T> T carry(T work) {
    Object[] carried = Carried.by(work);
    assertThat(carried).hasSize(1);
    return (T) carried[0];
  }

  private static void elsewhere(Work work) throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Throwable thrown) {
                failure.set(thrown);
              }
            });
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  private interface Work {
    void run() throws Exception;
  }

  private static final class Asynchronous
      implements Runnable, CompletableFuture.AsynchronousCompletionTask {
    @Override
    public void run() {}
  }

  private static final class OneOrTwo implements Consumer<Object>, BiConsumer<Object, Object> {
    @Override
    public void accept(Object one) {}

    @Override
    public void accept(Object one, Object two) {}
  }
}
