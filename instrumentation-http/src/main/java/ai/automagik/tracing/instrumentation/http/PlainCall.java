package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Enriched;
import ai.automagik.tracing.core.trace.Enrichment;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request that is no call of a model, where the user wants to see those too. It ends with
 * the head of the response; bodies are nobody's business.
 */
final class PlainCall extends HttpCall implements Enrichment {
  private static final int FIRST_ERROR_STATUS = 400;

  private final ActiveSpan span;
  private final RequestTarget target;
  private volatile int status;

  private PlainCall(ActiveSpan span, RequestTarget target) {
    this.span = span;
    this.target = target;
  }

  /** Begins a call; null inside another, whose client sends its requests with this one. */
  static @Nullable PlainCall begin(RequestTarget target) {
    ActiveSpan span = Tracer.start(Operation.HTTP_REQUEST);
    if (span == null) {
      return null;
    }
    PlainCall call = new PlainCall(span, target);
    span.set(Attribute.HTTP_METHOD, target.method());
    Enrichment unused = span.enrichWith(call);
    return call;
  }

  @Override
  void leave() {
    Tracer.leave(span);
  }

  @Override
  public void requestBegins() {}

  @Override
  public void requestBytes(ByteBuffer bytes) {}

  @Override
  public boolean responseBegins(int code, Headers from) {
    status = code;
    span.end(null);
    return false;
  }

  @Override
  public void responseBytes(ByteBuffer bytes) {}

  @Override
  public void deliveredBy(Object carrier) {}

  @Override
  public OpenStream.@Nullable Callback callback() {
    return null;
  }

  @Override
  public OpenStream.@Nullable Callback ending(@Nullable Throwable error) {
    span.end(error);
    return null;
  }

  @Override
  public void cancelled() {
    span.set(Attribute.STREAM_OUTCOME, StreamOutcome.CANCELLED.wireName());
    span.end(null);
  }

  @Override
  public void spanEnded() {}

  @Override
  public int heldBytes() {
    return target.heldBytes();
  }

  @Override
  public void enrich(Enriched into) {
    target.describe(into);
    describeConnection(into);
    if (status > 0) {
      into.set(Attribute.HTTP_STATUS_CODE, (long) status);
    }
    if (status >= FIRST_ERROR_STATUS) {
      into.add(Attribute.ERROR_TYPE, Integer.toString(status));
    }
  }
}
