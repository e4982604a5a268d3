package ai.automagik.tracing.instrumentation.http.azure.advice;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.http.SdkCall;
import com.azure.core.http.HttpRequest;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** The promise of a response: a call begins anew whenever somebody subscribes. Immutable. */
final class TracedMono extends MonoOperator<Object, Object> {
  private final HttpRequest request;

  TracedMono(Mono<?> source, HttpRequest request) {
    super(source);
    this.request = request;
  }

  @Override
  public void subscribe(CoreSubscriber<? super Object> subscriber) {
    ActiveSpan outer = null;
    SdkCall call = null;
    try {
      outer = Tracer.current();
      call = Requests.begin(request);
    } catch (RuntimeException | Error ours) {
      // The request goes on without a span.
    }
    if (call == null) {
      source.subscribe(subscriber);
      return;
    }
    try {
      source.subscribe(new TracedSubscriber(call, outer, subscriber));
    } finally {
      call.leave();
    }
  }
}
