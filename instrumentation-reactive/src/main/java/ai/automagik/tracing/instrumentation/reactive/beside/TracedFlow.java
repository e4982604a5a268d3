package ai.automagik.tracing.instrumentation.reactive.beside;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import java.util.function.Supplier;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowCollector;
import org.jspecify.annotations.Nullable;

/**
 * A flow of Kotlin of which each collection is a call with a span of its own. Immutable.
 *
 * <p>What happens above belongs to the call; whoever collects goes on in what was current before.
 */
public final class TracedFlow implements Flow<Object> {
  private final Flow<?> source;
  private final Supplier<? extends @Nullable TracedCall> beginning;

  /**
   * @param beginning begins the span; null where there is to be none
   */
  public TracedFlow(Flow<?> source, Supplier<? extends @Nullable TracedCall> beginning) {
    this.source = source;
    this.beginning = beginning;
  }

  @Override
  public @Nullable Object collect(
      FlowCollector<? super Object> collector, Continuation<? super Unit> waiting) {
    ActiveSpan outer = Tracer.current();
    Collection collection = new Collection();
    SuspendingCall call = SuspendingCall.enter(waiting, () -> collection.begin(beginning));
    TracedCall begun = collection.call;
    if (call == null || begun == null) {
      return source.collect(collector, waiting);
    }
    try {
      Object result =
          source.collect(
              new TracedCollector(collection, outer, waiting.getContext(), collector), call);
      call.exit(result, null);
      return result;
    } catch (Throwable e) {
      call.exit(null, e);
      throw e;
    }
  }

  /** One collection. Signals come from one thread at a time. */
  static final class Collection implements TracedCall {
    private @Nullable TracedCall call;

    /** Whether whoever collects threw, which is no failure of what is above. */
    private volatile boolean refused;

    private @Nullable TracedCall begin(Supplier<? extends @Nullable TracedCall> beginning) {
      call = beginning.get();
      return call == null ? null : this;
    }

    private TracedCall begun() {
      TracedCall begun = call;
      if (begun == null) {
        throw new IllegalStateException("not begun");
      }
      return begun;
    }

    void refuse() {
      refused = true;
    }

    @Override
    public ActiveSpan span() {
      return begun().span();
    }

    @Override
    public void subscribed(Object observer) {
      begun().subscribed(observer);
    }

    @Override
    public void arrived(Object value) {
      if (!(value instanceof Unit)) { // what collecting returns
        begun().arrived(value);
      }
    }

    @Override
    public void completed() {
      begun().completed();
    }

    @Override
    public void failed(Throwable failure) {
      if (refused) {
        begun().cancelled();
      } else {
        begun().failed(failure);
      }
    }

    @Override
    public void cancelled() {
      begun().cancelled();
    }
  }
}
