package ai.automagik.tracing.instrumentation.http.jdk.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call whose response never came, or whose handler gave up. A response that came ends with
 * its body.
 */
final class Failure implements BiConsumer<Object, @Nullable Throwable> {
  private static final int MAX_DEPTH = 8;

  private final HttpCall call;

  Failure(HttpCall call) {
    this.call = call;
  }

  @Override
  public void accept(Object response, @Nullable Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    if (cause != null && cancels(cause)) {
      call.cancelled();
    } else if (cause != null) {
      call.ended(cause);
    }
  }

  /**
   * Whether an application has said that it wants no more. The client tells that to all that wait
   * for the response by an exception of this message, which it may wrap in others of its own.
   */
  static boolean cancels(Throwable error) {
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof CancellationException
          || (cause instanceof IOException && "Request cancelled".equals(cause.getMessage()))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
