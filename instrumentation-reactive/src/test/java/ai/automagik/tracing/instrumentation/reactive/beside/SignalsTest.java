package ai.automagik.tracing.instrumentation.reactive.beside;

import static org.assertj.core.api.Assertions.assertThat;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A traced call that fails at whatever it is told: the application's signals come as they did. */
final class SignalsTest {
  private ActiveSpan span;

  @BeforeEach
  void start() {
    span = Tracer.start(Operation.INVOKE_AGENT);
    Tracer.leave(span);
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(Tracer.current()).isNull();
  }

  @Test
  void everyValueArrives() {
    assertThat(new TracedFlux(Flux.just(1, 2, 3), this::failing).collectList().block())
        .isEqualTo(List.of(1, 2, 3));
    assertThat(new TracedMono(Mono.just(1), this::failing).block()).isEqualTo(1);
    assertThat(new TracedMono(Mono.empty(), this::failing).block()).isNull();
    assertThat(new TracedFlowable(Flowable.just(1, 2), this::failing).toList().blockingGet())
        .isEqualTo(List.of(1, 2));
    assertThat(new TracedMaybe(Maybe.just(1), this::failing).blockingGet()).isEqualTo(1);
    assertThat(new TracedMaybe(Maybe.empty(), this::failing).blockingGet()).isNull();
  }

  @Test
  void aFailureStaysTheSame() {
    Exception theirs = new Exception("theirs");
    new TracedFlux(Flux.error(theirs), this::failing)
        .materialize()
        .doOnNext(signal -> assertThat(signal.getThrowable()).isSameAs(theirs))
        .blockLast();
    new TracedFlowable(Flowable.error(theirs), this::failing).test().assertError(theirs);
    new TracedMaybe(Maybe.error(theirs), this::failing).test().assertError(theirs);
  }

  @Test
  void whoeverLeavesEarlyCan() {
    assertThat(new TracedFlux(Flux.range(0, 9), this::failing).take(2).collectList().block())
        .isEqualTo(List.of(0, 1));
    new TracedFlowable(Flowable.range(0, 9), this::failing).take(2).test().assertResult(0, 1);
    new TracedMaybe(Maybe.never(), this::failing).test().dispose();
  }

  @Test
  void aCallThatCannotBeginIsNone() {
    assertThat(
            new TracedMono(
                    Mono.just(1),
                    () -> {
                      throw new IllegalStateException("ours");
                    })
                .block())
        .isEqualTo(1);
  }

  private TracedCall failing() {
    return new Failing(span);
  }

  /** Fails, each time with another error that advice is known to meet. */
  private record Failing(ActiveSpan span) implements TracedCall {
    @Override
    public void subscribed(Object observer) {
      throw new IllegalStateException("ours");
    }

    @Override
    public void arrived(Object value) {
      throw new NoSuchMethodError("ours");
    }

    @Override
    public void completed() {
      throw new ClassCastException("ours");
    }

    @Override
    public void failed(Throwable failure) {
      throw new NoClassDefFoundError("ours");
    }

    @Override
    public void cancelled() {
      throw new NullPointerException("ours");
    }
  }
}
