package ai.automagik.tracing.instrumentation.http.aws.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import ai.automagik.tracing.instrumentation.http.Sending;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Requests to any service of AWS, of which few are LLM calls. */
final class Requests {
  private Requests() {}

  /** Begins a request on the thread that sends it; null when there is nothing to be noted. */
  static @Nullable Sending begin(SdkHttpRequest request) {
    return Sending.begin(
        request.method().name(),
        request.host(),
        request.port(),
        "https".equals(request.protocol()),
        request.encodedPath(),
        request.encodedQueryParameters().orElse(null));
  }

  /** A call has no answer, or not all of it. */
  static void failed(HttpCall call, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof CancellationException) {
      call.cancelled();
    } else {
      call.ended(cause);
    }
  }
}
