package ai.automagik.tracing.instrumentation.reactive.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineName;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowKt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which span is current in coroutines, above and below a traced call, on whatever thread. */
final class CoroutinesTest {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();
  private final List<String> told = new ArrayList<>();
  private final List<ActiveSpan> above = new ArrayList<>();
  private final List<ActiveSpan> below = new ArrayList<>();
  private ActiveSpan outer;
  private ActiveSpan span;

  @BeforeEach
  void start() {
    outer = Tracer.start(Operation.INVOKE_AGENT);
    span = Tracer.start(Operation.CHAT);
    Tracer.leave(span);
  }

  /** The outer span is still open: it would be seen if it had been left behind. */
  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    assertThat(pool.submit(() -> Tracer.current()).get()).isNull();
    pool.shutdown();
    assertThat(Tracer.current()).isSameAs(outer);
    Tracer.leave(outer);
    assertThat(Tracer.current()).isNull();
  }

  @Test
  void whoCollectsGoesOnWhereItWas() throws Exception {
    Flow<Object> source = FlowKt.onEach(numbers(), (value, waiting) -> seenAbove(waiting));
    TracedFlow traced = new TracedFlow(source, Call::new);
    // A flow that passes values on checks that they come in the context of its own.
    Flow<Object> passedOn =
        FlowKt.onEach(
            FlowKt.flow((collector, waiting) -> traced.collect(collector, waiting)),
            (value, waiting) -> seenBelow(waiting));

    Object values = inCoroutine(waiting -> FlowKt.toList(passedOn, new ArrayList<>(), waiting));

    assertThat(values).isEqualTo(List.of(1, 2, 3));
    assertThat(above).containsOnly(span).hasSize(6);
    assertThat(below).containsOnly(outer).hasSize(6);
    assertThat(told).containsExactly("1", "2", "3", "completed");
  }

  @Test
  void whoHasEnoughCancels() throws Exception {
    TracedFlow traced = new TracedFlow(numbers(), Call::new);
    assertThat(inCoroutine(waiting -> FlowKt.first(traced, waiting))).isEqualTo(1);
    assertThat(told).containsExactly("1", "cancelled");
  }

  @Test
  void whatTheCollectorThrowsIsNoFailureOfTheCall() {
    IllegalStateException theirs = new IllegalStateException("theirs");
    Flow<Object> refused =
        FlowKt.onEach(
            new TracedFlow(numbers(), Call::new),
            (value, waiting) -> {
              throw theirs;
            });
    assertThatThrownBy(
            () -> inCoroutine(waiting -> FlowKt.toList(refused, new ArrayList<>(), waiting)))
        .isSameAs(theirs);
    assertThat(told).containsExactly("1", "cancelled");
  }

  @Test
  void aFailureStaysTheSame() {
    IllegalStateException theirs = new IllegalStateException("theirs");
    Flow<Object> failing =
        FlowKt.onEach(
            numbers(),
            (value, waiting) -> {
              throw theirs;
            });
    TracedFlow traced = new TracedFlow(failing, Call::new);
    assertThatThrownBy(
            () -> inCoroutine(waiting -> FlowKt.toList(traced, new ArrayList<>(), waiting)))
        .isSameAs(theirs);
    assertThat(told).containsExactly("failed: theirs");
  }

  @Test
  void aFunctionThatSuspendsHasItsSpanWhereverItGoesOn() throws Exception {
    Object result = inCoroutine(waiting -> called(waiting, this::seenAbove));
    assertThat(result).isEqualTo(Unit.INSTANCE);
    assertThat(above).containsOnly(span).hasSize(2);
    assertThat(told).containsExactly("kotlin.Unit", "completed");
  }

  /** It goes on without being dispatched, and its caller is the one who restores the thread. */
  @Test
  void nothingIsLeftBehindInAnotherContextOnTheSameThread() throws Exception {
    inCoroutine(
        waiting ->
            BuildersKt.withContext(
                new CoroutineName("named"),
                (scope, inside) -> called(inside, this::seenAbove),
                waiting));
    assertThat(above).containsOnly(span).hasSize(2);
  }

  /** As advice does around a function of which somebody waits for the end. */
  private Object called(Continuation<?> waiting, Function1<Continuation<Object>, Object> function) {
    SuspendingCall call = SuspendingCall.enter(waiting, Call::new);
    Object result = function.invoke(call);
    call.exit(result, null);
    return result;
  }

  private static Flow<Object> numbers() {
    return FlowKt.flowOf(new Object[] {1, 2, 3});
  }

  /** Looks what is current before and after it has suspended. */
  private Object seenAbove(Continuation<?> waiting) {
    return seen(above, waiting);
  }

  private Object seenBelow(Continuation<?> waiting) {
    return seen(below, waiting);
  }

  private static Object seen(List<ActiveSpan> spans, Continuation<?> waiting) {
    spans.add(Tracer.current());
    Object result = DelayKt.delay(1, new Look(spans, waiting));
    if (result != IntrinsicsKt.getCOROUTINE_SUSPENDED()) { // it was over before it could suspend
      spans.add(Tracer.current());
    }
    return result;
  }

  /** Runs on the pool's thread, in a coroutine that carries the outer span. */
  private Object inCoroutine(Function1<Continuation<Object>, Object> suspending)
      throws InterruptedException {
    CoroutineContext dispatched = ExecutorsKt.from(pool);
    return BuildersKt.<Object>runBlocking(
        CarriedSpan.in(dispatched, outer), (scope, waiting) -> suspending.invoke(cast(waiting)));
  }

  @SuppressWarnings("unchecked") // it takes anything
  private static Continuation<Object> cast(Continuation<?> waiting) {
    return (Continuation<Object>) waiting;
  }

  /** The call, which notes what it is told. */
  private final class Call implements TracedCall {
    @Override
    public ActiveSpan span() {
      return span;
    }

    @Override
    public void arrived(Object value) {
      told.add(value.toString());
    }

    @Override
    public void completed() {
      told.add("completed");
    }

    @Override
    public void failed(Throwable failure) {
      told.add("failed: " + failure.getMessage());
    }

    @Override
    public void cancelled() {
      told.add("cancelled");
    }
  }

  /** Looks what is current where a coroutine goes on. */
  @SuppressWarnings("serial") // as frames are that Kotlin's compiler makes
  private static final class Look extends ContinuationImpl {
    private final List<ActiveSpan> spans;

    @SuppressWarnings("unchecked") // it passes on what it is resumed with
    Look(List<ActiveSpan> spans, Continuation<?> waiting) {
      super((Continuation<Object>) waiting);
      this.spans = spans;
    }

    @Override
    protected Object invokeSuspend(Object result) {
      spans.add(Tracer.current());
      ResultKt.throwOnFailure(result);
      return result;
    }
  }
}
