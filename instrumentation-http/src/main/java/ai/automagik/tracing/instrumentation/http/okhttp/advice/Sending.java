package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/**
 * The stay of one call in the chain of interceptors. Confined to the thread of the call, on which
 * an interceptor may make another call, for a token perhaps.
 */
final class Sending {
  private static final ThreadLocal<@Nullable HttpCall> CALL = new ThreadLocal<>();

  /** Null for a call that is no LLM call. */
  private final @Nullable HttpCall call;

  /** The call around it whose request is watched; null for nearly all calls. */
  private final @Nullable HttpCall outer;

  private Sending(@Nullable HttpCall call, @Nullable HttpCall outer) {
    this.call = call;
    this.outer = outer;
  }

  /** Begins the stay of a call; null when there is nothing to end. */
  static @Nullable Sending begin(@Nullable HttpCall call) {
    HttpCall outer = CALL.get();
    if (call == null && outer == null) {
      return null;
    }
    watch(call != null && call.wantsRequest() ? call : null);
    return new Sending(call, outer);
  }

  /** Ends the stay; returns the LLM call that it was for. */
  @Nullable HttpCall end() {
    watch(outer);
    return call;
  }

  private static void watch(@Nullable HttpCall call) {
    if (call == null) {
      CALL.remove();
    } else {
      CALL.set(call);
    }
  }

  /** What to send a request's body into, from its beginning; null for the sink itself. */
  static @Nullable Sink watched(Sink sink) {
    HttpCall call = CALL.get();
    if (call == null) {
      return null;
    }
    call.requestBegins();
    return new WatchedSink(sink, call);
  }
}
