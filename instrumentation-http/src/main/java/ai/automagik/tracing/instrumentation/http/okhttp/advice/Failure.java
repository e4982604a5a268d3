package ai.automagik.tracing.instrumentation.http.okhttp.advice;

import ai.automagik.tracing.instrumentation.http.HttpCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** The end of a call by an exception, which is how OkHttp tells of a cancelled call too. */
final class Failure {
  private Failure() {}

  static void of(@Nullable Throwable error, Call call, HttpCall http) {
    // A call that has taken too long is cancelled by OkHttp itself.
    boolean timeout = error instanceof InterruptedIOException;
    if (error instanceof IOException && !timeout && call.isCanceled()) {
      http.cancelled();
    } else {
      http.ended(error);
    }
  }
}
