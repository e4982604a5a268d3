package ai.automagik.tracing.instrumentation.http;

import ai.automagik.tracing.core.trace.ActiveSpan;
import ai.automagik.tracing.core.trace.Attribute;
import ai.automagik.tracing.core.trace.Enriched;
import ai.automagik.tracing.core.trace.Enrichment;
import ai.automagik.tracing.core.trace.OpenStream;
import ai.automagik.tracing.core.trace.StreamOutcome;
import ai.automagik.tracing.core.trace.Tracer;
import ai.automagik.tracing.instrumentation.reactive.TracedCall;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model as a provider's own SDK makes it: an HTTP request, and another when the first
 * was refused. Thread-safe; nothing here throws.
 *
 * <p>The requests are {@link ModelCall}s of its span, and say all that there is to say. The span
 * ends with the body of the answer that the SDK returns; what ends before belongs to an attempt
 * that the SDK may repeat. Where the SDK reads the body itself, the span ends with its word.
 */
public final class SdkCall implements Enrichment, TracedCall {
  private static final String ANTHROPIC = "anthropic";

  private final LlmEndpoint endpoint;
  private final ActiveSpan span;
  private final OpenStream answer;

  /** Whether the SDK reads the answer to its end, and ends the call by what it makes of it. */
  private final boolean whole;

  /** Whether the SDK has promised an answer, of which the application may want no more. */
  private volatile boolean promised;

  /** The newest attempt; null as long as no client that is traced has made one. */
  private @Nullable ModelCall attempt;

  /** Whether that attempt is over without an answer. */
  private boolean refused;

  /** Whether the SDK has returned, and makes no more attempts. */
  private boolean returned;

  private SdkCall(LlmEndpoint endpoint, ActiveSpan span, boolean whole) {
    this.endpoint = endpoint;
    this.span = span;
    this.whole = whole;
    this.answer = OpenStream.of(span);
    Enrichment unused = span.enrichWith(this);
  }

  /**
   * Begins a call, on the thread that calls the SDK's client; {@link #left} ends its stay there.
   *
   * @param provider whose SDK it is
   * @param path the segments of the path, below the base URL
   * @return null when it is no call of a model, or a library that is traced makes it for one
   */
  public static @Nullable SdkCall begin(String provider, String method, List<String> path) {
    LlmEndpoints endpoints = HttpSettings.llmEndpoints();
    if (path.isEmpty() || !method.equals("POST") || !endpoints.mayHave(path.get(path.size() - 1))) {
      return null;
    }
    LlmEndpoint endpoint = endpoints.find("", 0, "/".concat(String.join("/", path)), true);
    // Both have paths that end with "messages".
    if (endpoint == null || endpoint.dialect().equals(ANTHROPIC) != provider.equals(ANTHROPIC)) {
      return null;
    }
    return begin(endpoint, false);
  }

  /**
   * Begins a call of an SDK that reads the answer itself: its client returns the whole of it, or a
   * promise that is kept when all of it has come. {@link #left} ends its stay on the thread.
   *
   * @param path below the base URL, as it is sent
   * @return null when it is no call of a model, or a library that is traced makes it for one
   */
  public static @Nullable SdkCall beginWhole(String path) {
    LlmEndpoint endpoint = HttpSettings.llmEndpoints().find("", 0, path, true);
    return endpoint == null ? null : begin(endpoint, true);
  }

  /**
   * Begins a call of an SDK that serves much else as well: as {@link #begin(String, String, List)},
   * but for what the address alone tells.
   *
   * @param port 0 or less for the scheme's own
   * @param path as it is sent
   */
  public static @Nullable SdkCall begin(
      String method, @Nullable String host, int port, @Nullable String path) {
    LlmEndpoint endpoint = endpoint(method, host, port, path);
    return endpoint == null ? null : begin(endpoint, false);
  }

  /** Whether a request is a call of a model. */
  public static boolean knows(
      String method, @Nullable String host, int port, @Nullable String path) {
    return endpoint(method, host, port, path) != null;
  }

  private static @Nullable LlmEndpoint endpoint(
      String method, @Nullable String host, int port, @Nullable String path) {
    LlmEndpoints endpoints = HttpSettings.llmEndpoints();
    return host == null || path == null || !method.equals("POST") || !endpoints.mayHave(path)
        ? null
        : endpoints.find(host, port, path, false);
  }

  private static @Nullable SdkCall begin(LlmEndpoint endpoint, boolean whole) {
    ActiveSpan current = Tracer.current();
    if (current != null && current.operation().callsModel()) {
      return null;
    }
    ActiveSpan span = Tracer.start(endpoint.operation());
    return span == null ? null : new SdkCall(endpoint, span, whole);
  }

  /**
   * The SDK's client returns to its caller, with the head of a response or the promise of one, or
   * with an exception.
   */
  public void left(@Nullable Object result, @Nullable Throwable error) {
    leave();
    if (error == null && result instanceof CompletableFuture<?> promise) {
      promised = true;
      CompletableFuture<?> unused = promise.whenComplete((response, failure) -> over(failure));
    } else {
      over(error);
    }
  }

  /** The SDK returns to its caller, who is yet to be told what comes of the call. */
  public void leave() {
    Tracer.leave(span);
  }

  @Override
  public ActiveSpan span() {
    return span;
  }

  /** The head of an answer has come. */
  @Override
  public void arrived(Object head) {
    over(null);
  }

  @Override
  public void completed() {
    over(null);
  }

  @Override
  public void failed(Throwable failure) {
    over(failure);
  }

  /** Nobody waits for an answer any more; no matter where there has been one. */
  @Override
  public void cancelled() {
    if (unanswered()) {
      answer.breakOff(StreamOutcome.CANCELLED);
    }
  }

  private synchronized boolean unanswered() {
    return !returned;
  }

  private void over(@Nullable Throwable failure) {
    Throwable error =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (error instanceof CancellationException) {
      answer.breakOff(StreamOutcome.CANCELLED);
    } else if (noMoreAttempts() || whole || error != null) {
      end(whole && rejected() ? null : error);
    }
  }

  /** Whether the provider has said itself why there is no answer. */
  private synchronized boolean rejected() {
    return attempt != null && attempt.rejected();
  }

  /** Returns whether nothing more is to come. */
  private synchronized boolean noMoreAttempts() {
    returned = true;
    return attempt == null || refused;
  }

  private void end(@Nullable Throwable error) {
    if (answer.claimEnd()) {
      if (error == null) {
        answer.complete();
      } else {
        answer.fail(error);
      }
      answer.lastCallback().close();
    }
  }

  OpenStream answer() {
    return answer;
  }

  /** The SDK tries, or tries again. */
  synchronized void attempts(ModelCall next) {
    attempt = next;
    refused = false;
  }

  /** Whether the body of an answer ends the call, if nobody reads it any more. */
  boolean endsUnread() {
    return !whole;
  }

  /** Whether the call goes on when nobody wants more of the answer to an attempt. */
  boolean goesOnWithout(ModelCall cancelled) {
    return whole ? !promised || !cancelled.served() : goesOnAfter(cancelled);
  }

  /**
   * An attempt is over. Returns whether the call goes on, because the SDK may try again, or has yet
   * to say what it makes of the answer.
   */
  synchronized boolean goesOnAfter(ModelCall over) {
    if (over != attempt || whole) {
      return true;
    }
    refused = !over.served() && !returned;
    return refused;
  }

  @Override
  public void spanEnded() {}

  @Override
  public int heldBytes() {
    return 0;
  }

  /** Comes to this only where the SDK was given an HTTP client that is not traced. */
  @Override
  public void enrich(Enriched into) {
    into.add(Attribute.PROVIDER_NAME, endpoint.provider());
    into.add(Attribute.REQUEST_MODEL, endpoint.model());
  }
}
