package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Enriched;
import ai.automagik.tracing.core.trace.Enrichment;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.Operation;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.http.wire.WireCall;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to a model. The client's threads report what goes by and never more than that;
 * the worker works out what it means.
 *
 * <p>There is one span per model call. When a library that is traced makes the request for a model
 * call that is open here, this adds to that call's span; otherwise the request is the model call,
 * and has a span of its own, which ends with the body of the response.
 */
final class ModelCall extends HttpCall implements Enrichment {
  /** What the provider counts and names, a library can only repeat. */
  private static final Set<Attribute> FROM_THE_WIRE =
      Set.of(
          Attribute.RESPONSE_ID,
          Attribute.RESPONSE_MODEL,
          Attribute.USAGE_INPUT_TOKENS,
          Attribute.USAGE_OUTPUT_TOKENS,
          Attribute.USAGE_CACHE_READ_TOKENS,
          Attribute.USAGE_CACHE_WRITE_TOKENS,
          Attribute.USAGE_CACHE_WRITE_1H_TOKENS,
          Attribute.USAGE_REASONING_TOKENS,
          Attribute.USAGE_AUDIO_INPUT_TOKENS,
          Attribute.USAGE_AUDIO_OUTPUT_TOKENS,
          Attribute.USAGE_IMAGE_INPUT_TOKENS,
          Attribute.USAGE_IMAGE_OUTPUT_TOKENS,
          Attribute.EMBEDDINGS_COUNT);

  private static final Set<Attribute> ERRORS =
      Set.of(Attribute.ERROR_TYPE, Attribute.STATUS_MESSAGE);

  private static final int FIRST_ERROR_STATUS = 400;

  private final LlmEndpoint endpoint;
  private final RequestTarget target;
  private final ActiveSpan span;
  private final WireCall wire;
  private final long startNanoTime = System.nanoTime();

  /** Whether the request is all that there is of the call. */
  private final boolean ownsSpan;

  /** The call of a provider's SDK that this is an attempt at; null when there is no SDK. */
  private final @Nullable SdkCall sdk;

  /** The body of the answer, where the span ends with it; null where a library ends the span. */
  private final @Nullable OpenStream answer;

  /** Whether a library owns the span, and has told what it asks for. */
  private final boolean libraryTells;

  /** How often the same request was sent before this call of it, and failed. */
  private final int sentBefore;

  /** Whether a library makes several requests for one call, such as one for each batch. */
  private final boolean oneOfSeveral;

  private volatile List<Object> headers = List.of();
  private volatile boolean over;

  /** How often the body was sent: by one thread after the other. */
  private int sent;

  private ModelCall(LlmEndpoint endpoint, RequestTarget target, ActiveSpan span, boolean ownsSpan) {
    this.endpoint = endpoint;
    this.target = target;
    this.span = span;
    this.ownsSpan = ownsSpan;
    this.libraryTells =
        !ownsSpan
            && span.has(Attribute.REQUEST_MODEL)
            && (endpoint.operation() != Operation.CHAT || span.has(Attribute.INPUT_MESSAGES));
    this.wire = new WireCall(endpoint.dialect(), endpoint.model());
    Enrichment earlier = span.enrichWith(this);
    if (earlier instanceof ModelCall before) {
      before.wire.over();
      this.sdk = before.sdk;
      boolean another = before.served() && before.sdk == null;
      this.oneOfSeveral = before.oneOfSeveral || another;
      this.sentBefore = another ? 0 : before.sentBefore + Math.max(1, before.sent);
    } else {
      this.sdk = earlier instanceof SdkCall call ? call : null;
      this.oneOfSeveral = false;
      this.sentBefore = 0;
    }
    if (sdk != null) {
      this.answer = sdk.answer();
      sdk.attempts(this);
    } else {
      this.answer = ownsSpan ? OpenStream.of(span) : null;
    }
  }

  /**
   * Begins a call of a model.
   *
   * @param model the call of a library that the request is made for; null when there is none
   * @return null when the request is watched already, because the client is what another client
   *     sends its requests with
   */
  static @Nullable ModelCall begin(
      LlmEndpoint endpoint, RequestTarget target, @Nullable ActiveSpan model) {
    if (model != null) {
      return watched(model) ? null : new ModelCall(endpoint, target, model, false);
    }
    ActiveSpan own = Tracer.start(endpoint.operation());
    return own == null ? null : new ModelCall(endpoint, target, own, true);
  }

  /** Whether somebody further out has begun to watch the request that is being made. */
  private static boolean watched(ActiveSpan model) {
    return model.enrichment() instanceof ModelCall call && (call.ownsSpan || Sending.of(call));
  }

  @Override
  void leave() {
    if (ownsSpan) {
      Tracer.leave(span);
    }
  }

  @Override
  public void requestBegins() {
    sent++;
    wire.requestBegins();
  }

  @Override
  public void requestBytes(ByteBuffer bytes) {
    if (!libraryTells) {
      wire.requestBytes(bytes);
    }
  }

  @Override
  public boolean responseBegins(int status, Headers from) {
    wire.responseBegins(status, from::first);
    headers = ResponseHeaders.read(from);
    return true;
  }

  @Override
  public void responseBytes(ByteBuffer bytes) {
    if (over) {
      return; // the worker has it; who reads on reads what is buffered
    }
    wire.responseBytes(bytes);
    if (answer != null) {
      answer.progressed();
    }
  }

  @Override
  public void deliveredBy(Object carrier) {
    // What an SDK throws away before it tries again says nothing about the call.
    if (answer != null && (sdk == null || (served() && sdk.endsUnread()))) {
      answer.deliveredBy(carrier);
    }
  }

  @Override
  public OpenStream.@Nullable Callback callback() {
    // What an SDK does with a refusal is to try again, which belongs to the call.
    return answer == null || (sdk != null && !served()) ? null : answer.callback();
  }

  @Override
  public OpenStream.@Nullable Callback ending(@Nullable Throwable error) {
    over();
    if (answer == null || (sdk != null && sdk.goesOnAfter(this)) || !answer.claimEnd()) {
      return null;
    }
    if (error == null) {
      answer.complete();
    } else {
      answer.fail(error);
    }
    return answer.lastCallback();
  }

  @Override
  public void cancelled() {
    if (over) {
      return; // nobody cancels what has ended
    }
    if (wire.status() >= FIRST_ERROR_STATUS) {
      ended(null); // nobody needs the rest of an error
      return;
    }
    over();
    if (answer != null && (sdk == null || !sdk.goesOnWithout(this))) {
      answer.breakOff(StreamOutcome.CANCELLED);
    }
  }

  /** Whether the provider has answered, and not with an error. */
  boolean served() {
    return wire.status() > 0 && wire.status() < FIRST_ERROR_STATUS;
  }

  /** Whether the provider has answered, with an error. */
  boolean rejected() {
    return wire.status() >= FIRST_ERROR_STATUS;
  }

  /** Whether all has come that matters, though no reason says so: an error, or embeddings. */
  private boolean wholeWithout(Enriched call) {
    return wire.status() >= FIRST_ERROR_STATUS
        || (endpoint.operation() == Operation.EMBEDDINGS && call.has(Attribute.USAGE_INPUT_TOKENS));
  }

  private void over() {
    over = true;
    wire.over();
  }

  @Override
  public void spanEnded() {
    wire.over();
  }

  @Override
  public int heldBytes() {
    return wire.heldBytes() + target.heldBytes();
  }

  @Override
  public void enrich(Enriched into) {
    if (ownsSpan || sdk != null) {
      target.describe(into);
      describeConnection(into);
    } else {
      target.describeServer(into);
    }
    into.add(Attribute.PROVIDER_NAME, endpoint.provider());
    int resends = sentBefore + Math.max(1, sent) - 1;
    if (resends > 0) {
      into.set(Attribute.HTTP_RESEND_COUNT, (long) resends);
    }
    boolean failed = into.failed();
    wire.decode(
        startNanoTime,
        libraryTells && failed,
        (attribute, value) -> {
          if (libraryTells && !failed && ERRORS.contains(attribute)) {
            return; // the library has made something of it all the same
          }
          if (!FROM_THE_WIRE.contains(attribute)) {
            into.add(attribute, value);
          } else if (!oneOfSeveral) {
            into.set(attribute, value);
          }
        });
    into.add(Attribute.REQUEST_MODEL, endpoint.model());
    if (answer != null && (into.has(Attribute.RESPONSE_FINISH_REASONS) || wholeWithout(into))) {
      // Whoever has the last word of a stream closes it, and does not wait for its end.
      into.remove(Attribute.STREAM_OUTCOME);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      into.set((Attribute) headers.get(i), headers.get(i + 1));
    }
  }
}
