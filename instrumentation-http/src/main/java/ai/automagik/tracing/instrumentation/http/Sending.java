package ai.automagik.tracing.instrumentation.http;

import org.jspecify.annotations.Nullable;

/**
 * A request that one thread is just having a client send, from {@link #begin} to {@link #end}.
 * Confined to that thread, on which an interceptor may send another request in the midst of it: the
 * same with another client, or one for a token.
 */
public final class Sending {
  private static final ThreadLocal<@Nullable Sending> CURRENT = new ThreadLocal<>();

  /** Null for a request that is not traced, or that somebody further out watches. */
  private final @Nullable HttpCall call;

  private final @Nullable Sending outer;

  private Sending(@Nullable HttpCall call, @Nullable Sending outer) {
    this.call = call;
    this.outer = outer;
  }

  /**
   * Begins a request on the thread that hands it to the client.
   *
   * @param port 0 or less for the scheme's own
   * @param path better as it is sent: a slash that is escaped is part of a model's name
   * @param query as it is sent, without the question mark; null when there is none
   * @return null when there is nothing to be noted, and nothing to end
   */
  public static @Nullable Sending begin(
      String method,
      @Nullable String host,
      int port,
      boolean secure,
      @Nullable String path,
      @Nullable String query) {
    HttpCall call = HttpCall.begin(method, host, port, secure, path, query);
    Sending outer = CURRENT.get();
    if (call == null && outer == null) {
      return null;
    }
    Sending sending = new Sending(call, outer);
    CURRENT.set(sending);
    return sending;
  }

  /** The call whose request this thread is just sending; null when it is sending none. */
  public static @Nullable HttpCall current() {
    Sending sending = CURRENT.get();
    return sending == null ? null : sending.call;
  }

  /** Whether this thread is in the midst of sending that call's request, however far out. */
  static boolean of(HttpCall call) {
    Sending sending = CURRENT.get();
    while (sending != null && sending.call != call) {
      sending = sending.outer;
    }
    return sending != null;
  }

  /** The call that is traced; null when it is none. */
  public @Nullable HttpCall call() {
    return call;
  }

  /**
   * The thread goes on with other work.
   *
   * @return the call that is traced; null when it is none
   */
  public @Nullable HttpCall end() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
    if (call != null) {
      call.leave();
    }
    return call;
  }
}
