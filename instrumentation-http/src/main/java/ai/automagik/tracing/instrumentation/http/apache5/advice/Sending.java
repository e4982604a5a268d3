package ai.automagik.tracing.instrumentation.http.apache5.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import org.jspecify.annotations.Nullable;

/**
 * What one thread is just having a client do. Confined to that thread.
 *
 * @param call null when it is no LLM call, made in the midst of one: to fetch a token, perhaps
 */
record Sending(@Nullable HttpCall call, @Nullable Sending outer) {
  private static final ThreadLocal<@Nullable Sending> CURRENT = new ThreadLocal<>();

  /** Null when there is nothing to be noted. */
  static @Nullable Sending begin(@Nullable HttpCall call) {
    Sending outer = CURRENT.get();
    if (call == null && outer == null) {
      return null;
    }
    Sending sending = new Sending(call, outer);
    CURRENT.set(sending);
    return sending;
  }

  void end() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** The LLM call whose request this thread is just sending; null when it is sending none. */
  static @Nullable HttpCall current() {
    Sending sending = CURRENT.get();
    return sending == null ? null : sending.call;
  }
}
