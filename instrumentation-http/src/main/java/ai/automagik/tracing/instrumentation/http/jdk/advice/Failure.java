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

  /** The client tells a body that nobody wants any more by an exception of this message. */
  static boolean cancels(Throwable error) {
    return error instanceof CancellationException
        || (error instanceof IOException && "Request cancelled".equals(error.getMessage()));
  }
}
